import type { Caller, MonthDay } from '../../domain/query/timeline-query.ts';
import { addDays, calendarDateOf, partsOf } from '../../domain/time/calendar-date.ts';
import { onThisDateQuery } from '../../timeline/read/on-this-date.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { NearDay } from '../on-this-date-page.ts';

/** The days that are tried on each side. */
const FARTHEST = 45;
const ENOUGH = 4;

/** The nearest days of the year on which something surely happened, the nearest first; the days of a leap year are tried. */
export async function readNearDays(
  timeline: Timeline,
  { month, day }: MonthDay,
  caller: Caller,
): Promise<readonly NearDay[]> {
  const centre = calendarDateOf({ year: 2000, month, day });
  const near: NearDay[] = [];
  for (let distance = 1; distance <= FARTHEST && near.length < ENOUGH; distance += 1) {
    const days = [addDays(centre, -distance), addDays(centre, distance)].map(partsOf);
    const counts = await Promise.all(
      days.map((each) => timeline.countEvents(onThisDateQuery(each, {}).filter, caller)),
    );
    for (const [place, each] of days.entries()) {
      const count = counts[place] ?? 0;
      if (count > 0) near.push({ month: each.month, day: each.day, count });
    }
  }
  return near;
}
