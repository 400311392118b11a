import { dayNumberOf, yearMonthDayOf } from '../domain/calendar-date.ts';
import type { Span } from '../domain/mention.ts';
import { leansForward } from './cues.ts';
import type { Context } from './rule.ts';

/** How far ahead a month or day may lie before it needs a cue: "in March", said in October, is the March that is over. */
const FAR_AHEAD_DAYS = 80;
const COMING_AFTER = /^[^.;]*\b(?:will|would|shall|is|are)\b/iu;

/**
 * The year of a month, or month and day, that stands without one. In news it is the one closest to the anchor, but of two about
 * as close the one that is over unless the clause speaks of what is to come; in history writing that of the period mentioned last.
 */
export function nearestYear(context: Context, { start, end }: Span, month: number, day = 15): number {
  const { anchor, discourse, narrative, text } = context;
  const here = yearMonthDayOf(anchor).year;
  if (narrative) return discourse.lastOf('YEAR')?.period.index ?? here;
  const ahead = (year: number): number => dayNumberOf({ year, month, day }) - anchor;
  const nearest = [here - 1, here, here + 1].reduce((best, year) =>
    Math.abs(ahead(year)) < Math.abs(ahead(best)) ? year : best,
  );
  if (Math.abs(ahead(nearest)) < FAR_AHEAD_DAYS) return nearest;
  const forward = leansForward(text, start) || COMING_AFTER.test(text.slice(end, end + 40));
  if (forward) return ahead(nearest) < 0 ? nearest + 1 : nearest;
  return ahead(nearest) > 0 ? nearest - 1 : nearest;
}
