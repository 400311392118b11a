import { dayNumberOf, yearMonthDayOf } from '../domain/calendar-date.ts';
import type { Span } from '../domain/mention.ts';
import { boundsOf, type PeriodUnit } from '../domain/period.ts';
import { leansForward } from './cues.ts';
import type { Context } from './rule.ts';

/** How far ahead a month or day may lie before it needs a cue: "in March", said in October, is the March that is over. */
const FAR_AHEAD_DAYS = 80;
const HALF_YEAR = 6;
const COMING_AFTER = /^[^.;]*\b(?:will|would|shall|is|are)\b/i;

/**
 * The year of a month, or month and day, that stands without one. In news it is the one closest to the anchor, but of two about
 * as close the one that is over unless the clause speaks of what is to come; in history writing the one
 * closest to what was mentioned last.
 */
export function nearestYear(context: Context, { start, end }: Span, month: number, day = 15): number {
  const { anchor, narrative, text } = context;
  if (narrative) return yearOfStory(context, month);
  const here = yearMonthDayOf(anchor).year;
  const ahead = (year: number): number => dayNumberOf({ year, month, day }) - anchor;
  const nearest = [here - 1, here, here + 1].reduce((best, year) =>
    Math.abs(ahead(year)) < Math.abs(ahead(best)) ? year : best,
  );
  if (Math.abs(ahead(nearest)) < FAR_AHEAD_DAYS) return nearest;
  const forward = leansForward(text, start) || COMING_AFTER.test(text.slice(end, end + 40));
  if (forward) return ahead(nearest) < 0 ? nearest + 1 : nearest;
  return ahead(nearest) > 0 ? nearest - 1 : nearest;
}

const FINER_THAN_YEAR = new Set<PeriodUnit>(['DAY', 'WEEK', 'WEEKEND', 'MONTH', 'QUARTER', 'SEASON']);

/** After a year, that year; after a month or a day the month closest to it, of two as close the later: a story goes on. */
function yearOfStory({ anchor, discourse }: Context, month: number): number {
  const told = discourse.last()?.period;
  if (told === undefined) return yearMonthDayOf(anchor).year;
  const { year, month: toldMonth } = yearMonthDayOf(boundsOf(told).first);
  if (!FINER_THAN_YEAR.has(told.unit)) return discourse.lastOf('YEAR')?.period.index ?? year;
  const ahead = month - toldMonth;
  if (ahead <= -HALF_YEAR) return year + 1;
  return ahead > HALF_YEAR ? year - 1 : year;
}
