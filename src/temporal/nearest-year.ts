import { dayNumberOf, yearMonthDayOf } from '../domain/calendar-date.ts';
import { boundsOf, widen } from '../domain/period.ts';
import type { Context } from './rule.ts';

/** The year that brings a month, or month and day, closest to the reference day; the earlier one where two are as close. */
export function nearestYear(context: Context, month: number, day = 15): number {
  const reference = context.narrative ? narrativeReference(context) : context.anchor;
  const { year } = yearMonthDayOf(reference);
  if (context.narrative) return year;
  const distance = (candidate: number): number =>
    Math.abs(dayNumberOf({ year: candidate, month, day }) - reference);
  return [year - 1, year, year + 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  );
}

/** In history writing the year is that of the period mentioned last. */
function narrativeReference({ anchor, discourse }: Context): number {
  const last = discourse.lastOf('YEAR');
  return last === undefined ? anchor : boundsOf(widen(last.period, 'YEAR')).first;
}
