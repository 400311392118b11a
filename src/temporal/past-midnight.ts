import { addDays, parseCalendarDate } from '../domain/time/calendar-date.ts';
import type { Resolution } from '../domain/time/resolution.ts';

const CLOCK = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/;

/**
 * The end of a range of clock times. "10 p.m. - 2 a.m." ends on the day after: an earlier time of the same day cannot end
 * what begins later.
 */
export function pastMidnight(first: Resolution, second: Resolution): Resolution {
  const [from, to] = [CLOCK.exec(first.timex.value), CLOCK.exec(second.timex.value)];
  const day = parseCalendarDate(to?.[1] ?? '');
  if (from === null || to === null || day === undefined || second.date === null) return second;
  if (from[1] !== to[1] || (from[2] ?? '') <= (to[2] ?? '')) return second;
  const next = addDays(day, 1);
  return {
    ...second,
    timex: { ...second.timex, value: `${next}T${to[2]}` },
    date: { ...second.date, edtf: next, earliest: next, latest: next },
  };
}
