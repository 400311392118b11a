import type { CalendarDate } from '../domain/calendar-date.ts';
import type { TimelineEvent } from '../domain/event.ts';
import { MODALITIES } from '../domain/mention.ts';
import type { EventFilter, MonthDay } from '../domain/timeline-query.ts';
import type { EventStore } from '../store/event-store.ts';
import { listEvents } from './list-events.ts';
import type { Connection, EventQuery, OnThisDateArguments } from './timeline.ts';

/** What is planned has not happened on that day: a calendar of the past leaves it out. */
const HAPPENED = MODALITIES.filter((modality) => modality !== 'PLANNED');

const happenedOn = (monthDay: MonthDay, asOf?: CalendarDate): EventFilter => ({
  monthDay,
  modalities: HAPPENED,
  ...(asOf !== undefined && { asOf }),
});

/** The list of the events that happened on that day of any year and whose day is known, oldest first. */
export const onThisDateQuery = (
  monthDay: MonthDay,
  { asOf, ...page }: OnThisDateArguments,
): EventQuery & { readonly filter: EventFilter } => ({
  ...page,
  filter: happenedOn(monthDay, asOf),
  order: 'DATE',
});

/** A page of that list. */
export function listOnThisDate(
  store: EventStore,
  monthDay: MonthDay,
  page: OnThisDateArguments,
): Promise<Connection<TimelineEvent>> {
  return listEvents(store.listEvents, onThisDateQuery(monthDay, page));
}
