import type { TimelineEvent } from '../domain/event.ts';
import { MODALITIES } from '../domain/mention.ts';
import type { EventFilter, MonthDay } from '../domain/timeline-query.ts';
import type { EventStore } from '../store/event-store.ts';
import { listEvents } from './list-events.ts';
import type { Connection, PageArguments } from './timeline.ts';

/** What is planned has not happened on that day: a calendar of the past leaves it out. */
const HAPPENED = MODALITIES.filter((modality) => modality !== 'PLANNED');

/** The filter behind the list, for counting it. */
export const happenedOn = (monthDay: MonthDay): EventFilter => ({ monthDay, modalities: HAPPENED });

/** The events that happened on that day of any year and whose day is known, oldest first. */
export function listOnThisDate(
  store: EventStore,
  monthDay: MonthDay,
  page: PageArguments,
): Promise<Connection<TimelineEvent>> {
  return listEvents(store, { ...page, filter: happenedOn(monthDay), order: 'DATE' });
}
