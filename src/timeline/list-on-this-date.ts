import type { CalendarDate } from '../domain/calendar-date.ts';
import type { TimelineEvent } from '../domain/event.ts';
import { MODALITIES } from '../domain/mention.ts';
import type { EventFilter, MonthDay } from '../domain/timeline-query.ts';
import type { EventStore } from '../store/event-store.ts';
import { listEvents } from './list-events.ts';
import type { Connection, OnThisDateArguments } from './timeline.ts';

/** What is planned has not happened on that day: a calendar of the past leaves it out. */
const HAPPENED = MODALITIES.filter((modality) => modality !== 'PLANNED');

/** The filter behind the list, for counting it. */
export const happenedOn = (monthDay: MonthDay, asOf?: CalendarDate): EventFilter => ({
  monthDay,
  modalities: HAPPENED,
  ...(asOf !== undefined && { asOf }),
});

/** The events that happened on that day of any year and whose day is known, oldest first. */
export function listOnThisDate(
  store: EventStore,
  monthDay: MonthDay,
  { asOf, ...page }: OnThisDateArguments,
): Promise<Connection<TimelineEvent>> {
  return listEvents(store, { ...page, filter: happenedOn(monthDay, asOf), order: 'DATE' });
}
