import type { TimelineEvent } from '../domain/event/event.ts';
import type { MonthDay, MonthDayInclusion } from '../domain/query/timeline-query.ts';
import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { EventStore } from '../store/port/event-store.ts';
import { type Anniversary, compareFirstSeen } from './anniversary.ts';
import { exportEvents } from './export-events.ts';
import { onThisDateQuery, yearsAgo } from './list-on-this-date.ts';

/**
 * The events that `listOnThisDate` lists, all of them, in the order in which they first appeared, then of their ids: what
 * is told later comes at the end.
 */
export async function listAnniversaries(
  store: EventStore,
  monthDay: MonthDay,
  { today, include = 'EXACT' }: { readonly today: CalendarDate; readonly include?: MonthDayInclusion },
): Promise<readonly Anniversary[]> {
  const { filter } = onThisDateQuery(monthDay, { include });
  const events: TimelineEvent[] = [];
  for await (const event of exportEvents(store, filter, 'DATE')) events.push(event);
  const absorbed = Map.groupBy(await store.listAbsorbed(events.map(({ id }) => id)), ({ into }) => into);
  return events
    .toSorted((one, other) => compareFirstSeen(one, other))
    .map((event) => ({
      event,
      absorbed: absorbed.get(event.id) ?? [],
      yearsAgo: yearsAgo(event.date, today),
    }));
}
