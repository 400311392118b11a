import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { boundsOf, type PeriodUnit, widen } from '../../domain/time/period.ts';
import type { Reference } from '../../domain/time/resolution.ts';
import type { Discourse, Mentioned } from '../discourse.ts';
import { ANCHOR, type Context, referenceTo } from '../rule.ts';

/** A year, what it was told from, and the year that it was weighed against. */
export interface YearChoice {
  readonly year: number;
  readonly reference: Reference;
  readonly other: { readonly year: number; readonly because: string } | null;
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
