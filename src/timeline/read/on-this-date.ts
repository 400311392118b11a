import { TimelineError } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import { MODALITIES } from '../../domain/event/mention.ts';
import type { EventFilter, MonthDay, MonthDayInclusion } from '../../domain/query/timeline-query.ts';
import { type CalendarDate, partsOf } from '../../domain/time/calendar-date.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import type { Connection, EventQuery, OnThisDateArguments } from '../timeline.ts';
import { type Anniversary, compareFirstSeen } from './anniversary.ts';
import { exportEvents } from './export-events.ts';
import { listEvents } from './list-records.ts';
import type { Asked } from './timeline-reading.ts';

/** Planned and unreal events have not happened: a calendar of the past leaves them out. */
const HAPPENED = MODALITIES.filter((modality) => modality !== 'PLANNED' && modality !== 'UNREAL');

const happenedOn = (monthDay: MonthDay, include: MonthDayInclusion, asOf?: CalendarDate): EventFilter => ({
  monthDay: { ...monthDay, include },
  modalities: HAPPENED,
  ...(asOf !== undefined && { asOf }),
});

/** The query for events on a day of any year, oldest first; by default only events whose day is known. */
export const onThisDateQuery = (
  monthDay: MonthDay,
  { asOf, include = 'EXACT', ...page }: OnThisDateArguments,
): EventQuery & { readonly filter: EventFilter } => ({
  ...page,
  filter: happenedOn(monthDay, include, asOf),
  order: 'DATE',
});

/** A page of the events on a day of any year. */
export const listOnThisDate = (
  store: EventStore,
  monthDay: MonthDay,
  page: OnThisDateArguments,
): Promise<Connection<TimelineEvent>> => listEvents(store.listEvents, onThisDateQuery(monthDay, page));

/** The given month and day, or today's; `BAD_FILTER` for a month without a day, or a day without a month. */
export function monthDayOr(today: () => CalendarDate, { month, day }: Partial<MonthDay>): MonthDay {
  if (month !== undefined && day !== undefined) return { month, day };
  if (month === undefined && day === undefined) {
    const parts = partsOf(today());
    return { month: parts.month, day: parts.day };
  }
  throw new TimelineError('BAD_FILTER', 'a month and a day go together: give both, or neither for today', {
    details: { field: month === undefined ? 'month' : 'day' },
  });
}

/** Today's year minus the date's, below 0 for a coming year; null where the date has no single year. */
export function yearsAgo({ earliest, latest }: EventDate, today: CalendarDate): number | null {
  const year = earliest === null ? null : partsOf(earliest).year;
  return year !== null && latest !== null && year === partsOf(latest).year
    ? partsOf(today).year - year
    : null;
}

/** All events of `listOnThisDate` by first appearance, then by id: an event that is ingested later comes at the end. */
export async function listAnniversaries(
  store: EventStore,
  monthDay: MonthDay,
  {
    today,
    include = 'EXACT',
    caller,
  }: Asked & { readonly today: CalendarDate; readonly include?: MonthDayInclusion },
): Promise<readonly Anniversary[]> {
  const { filter } = onThisDateQuery(monthDay, { include });
  const events: TimelineEvent[] = [];
  for await (const event of exportEvents(store, filter, 'DATE', caller)) events.push(event);
  const absorbed = Map.groupBy(await store.listAbsorbed(events.map(({ id }) => id)), ({ into }) => into);
  return events
    .toSorted((one, other) => compareFirstSeen(one, other))
    .map((event) => ({
      event,
      absorbed: absorbed.get(event.id) ?? [],
      yearsAgo: yearsAgo(event.date, today),
    }));
}
