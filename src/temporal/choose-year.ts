import { dayNumberOf, yearMonthDayOf } from '../domain/calendar-date.ts';
import type { Span } from '../domain/mention.ts';
import { boundsOf, type PeriodUnit, widen } from '../domain/period.ts';
import type { Reference } from '../domain/resolution.ts';
import { leansForward } from './cues.ts';
import type { Discourse, Mentioned } from './discourse.ts';
import { ANCHOR, type Context, NO_REFERENCE } from './rule.ts';

/** How far ahead a month or day may lie before it needs a cue: "in March", said in October, is the March that is over. */
const FAR_AHEAD_DAYS = 80;
const COMING_AFTER = /^[^.;]*\b(?:will|would|shall|is|are)\b/i;

/** What the words give: perhaps a year, a month, perhaps a day of it. */
interface YearGiven {
  readonly written?: number | undefined;
  readonly month: number;
  readonly day?: number;
}

/** A year, and what it was told from. */
interface YearChoice {
  readonly year: number;
  readonly reference: Reference;
}

/**
 * The year of a month, or month and day: the written one, where there is one. Otherwise in news it is the one closest to the anchor, but of two about
 * as close the one that is over unless the clause speaks of what is to come; in history writing the one
 * closest to what was mentioned last.
 */
export function chooseYear(context: Context, span: Span, given: YearGiven): YearChoice {
  const { written, month, day = 15 } = given;
  if (written !== undefined) return { year: written, reference: NO_REFERENCE };
  if (context.narrative) return yearOfStory(context, month);
  return { year: yearNearAnchor(context, span, month, day), reference: ANCHOR };
}

function yearNearAnchor({ anchor, text }: Context, { start, end }: Span, month: number, day: number): number {
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
/** A story tells mostly of what lies near: the month less than half a year from the one told last, the later of two as near. */
const MONTHS_ON = 7;
const MONTHS_BACK = 6;

/** A year beside a day or month of it, "(8 December in Asia), 1941", is no step back to its beginning. */
const BESIDE = 200;

function storyTime(discourse: Discourse): Mentioned | undefined {
  const last = discourse.last();
  const finer = discourse.lastOf('MONTH');
  if (last === undefined || finer === undefined || last.period.unit !== 'YEAR') return last;
  const isBeside = last.start - finer.end <= BESIDE;
  return isBeside && widen(finer.period, 'YEAR').index === last.period.index ? finer : last;
}

/** After a year, that year; after a month or a day the one near it, rather later than earlier: a story goes on. */
function yearOfStory({ anchor, discourse }: Context, month: number): YearChoice {
  const told = storyTime(discourse);
  if (told === undefined) return { year: yearMonthDayOf(anchor).year, reference: ANCHOR };
  const reference = { kind: 'EXPRESSION', start: told.start, end: told.end } as const;
  const { year, month: toldMonth } = yearMonthDayOf(boundsOf(told.period).first);
  if (!FINER_THAN_YEAR.has(told.period.unit))
    return { year: discourse.lastOf('YEAR')?.period.index ?? year, reference };
  const ahead = month - toldMonth;
  return { year: ahead <= -MONTHS_BACK ? year + 1 : ahead >= MONTHS_ON ? year - 1 : year, reference };
}
