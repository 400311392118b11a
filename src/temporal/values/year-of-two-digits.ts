import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import type { Context } from '../rule.ts';

/** A year in two digits lies at most so many years ahead of the anchor. */
const AHEAD = 20;
const CENTURY = 100;

/** "'68" → 1968, "'15" → 2015: the latest such year that is at most twenty years ahead. */
export function yearOfTwoDigits(digits: string, { anchor }: Pick<Context, 'anchor'>): number {
  const most = yearMonthDayOf(anchor).year + AHEAD;
  return most - ((((most - Number(digits)) % CENTURY) + CENTURY) % CENTURY);
}
