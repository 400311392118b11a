import type { EventFilter, MonthDayInclusion } from '../../../domain/query/timeline-query.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { monthDayOr, onThisDateQuery } from '../../../timeline/read/on-this-date.ts';
import type { EventQuery, Timeline } from '../../../timeline/timeline.ts';
import { type EventListInput, eventQueryOf } from './event-connection.ts';
import { type EventFilterInput, eventFilterOf } from './event-filter-input.ts';
import { type PageInput, pageArgumentsOf } from './page-arguments.ts';

/*
 * What the arguments of `Query`'s fields ask for in domain terms: one reading of them for the resolvers and for compiled
 * operations.
 */

export interface EventsInput extends EventListInput {
  readonly filter?: EventFilterInput | null;
}

export interface OnThisDateInput extends PageInput {
  readonly month?: number | null;
  readonly day?: number | null;
  readonly tz?: string | null;
  readonly include?: MonthDayInclusion | null;
  readonly asOf?: CalendarDate | null;
}

type FilteredQuery = EventQuery & { readonly filter: EventFilter };

export function eventsQueryOf({ filter: given, ...input }: EventsInput): FilteredQuery {
  const filter = eventFilterOf(given ?? {});
  return { ...eventQueryOf(input), filter };
}

export function onThisDateQueryOf(
  timeline: Timeline,
  { month, day, tz, include, asOf, ...page }: OnThisDateInput,
): FilteredQuery {
  const { today } = timeline.readClock(tz ?? undefined);
  const monthDay = monthDayOr(() => today, { ...(month != null && { month }), ...(day != null && { day }) });
  return onThisDateQuery(monthDay, {
    ...pageArgumentsOf(page),
    ...(include && { include }),
    ...(asOf && { asOf }),
  });
}
