import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { boundsOf, type PeriodUnit, widen } from '../../domain/time/period.ts';
import type { Reference } from '../../domain/time/resolution.ts';
import type { Discourse, Mentioned } from '../discourse.ts';
import { ANCHOR, type Context, referenceTo } from '../rule.ts';

/** A chosen year, its reference, and the rejected year with the reason against it. */
export interface YearChoice {
  readonly year: number;
  readonly reference: Reference;
  readonly other: { readonly year: number; readonly because: string } | null;
}

const FINER_THAN_YEAR = new Set<PeriodUnit>(['DAY', 'WEEK', 'WEEKEND', 'MONTH', 'QUARTER', 'SEASON']);
/** A story mostly moves to a near month: less than half a year from the last one. Of two as near, the later month counts. */
const MONTHS_ON = 7;
const MONTHS_BACK = 6;

/** In "(8 December in Asia), 1941" the year stands beside its own day: the story does not go back to January. */
const BESIDE = 200;

function storyTime(discourse: Discourse): Mentioned | undefined {
  const last = discourse.last();
  const finer = discourse.lastOf('MONTH');
  if (last === undefined || finer === undefined || last.period.unit !== 'YEAR') return last;
  const isBeside = last.start - finer.end <= BESIDE;
  return isBeside && widen(finer.period, 'YEAR').index === last.period.index ? finer : last;
}

/**
 * The year of a month in history writing. After a year it is that year: "In 1941 … in December". After a month or day it is
 * the year that brings the month nearest, rather later than earlier.
 */
export function yearOfStory({ anchor, discourse }: Context, month: number): YearChoice {
  const mentioned = storyTime(discourse);
  const here = yearMonthDayOf(anchor).year;
  if (mentioned === undefined) return { year: here, reference: ANCHOR, other: null };
  const reference = referenceTo(mentioned);
  const choiceOf = (chosen: number): YearChoice => ({
    year: chosen,
    reference,
    other: chosen === here ? null : { year: here, because: 'a story goes on from what it named last' },
  });
  const { year, month: mentionedMonth } = yearMonthDayOf(boundsOf(mentioned.period).first);
  if (!FINER_THAN_YEAR.has(mentioned.period.unit))
    return choiceOf(discourse.lastOf('YEAR')?.period.index ?? year);
  const ahead = month - mentionedMonth;
  return choiceOf(ahead <= -MONTHS_BACK ? year + 1 : ahead >= MONTHS_ON ? year - 1 : year);
}
