/**
 * Months. On 2021-12-21: "December 2021" 2021-12 · "January" 2022-01 (nearest) · "last December" 2020-12 ·
 * "next March" 2022-03 · "the monsoon occurs in July" XXXX-07 · "April last year" 2020-04 · "May of 2014" 2014-05.
 * No months: "may" and "march" in lower case, "March on", "May he", "April Stone".
 */
import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { monthNumberOf } from '../../domain/time/calendar-names.ts';
import { monthPeriod, type Period } from '../../domain/time/period.ts';
import type { Direction, Reference } from '../../domain/time/resolution.ts';
import {
  ANCHOR,
  type Context,
  NO_REFERENCE,
  type PeriodReading,
  patternFamily,
  type Reading,
  referenceTo,
} from '../rule.ts';
import { chooseYear, otherYear } from '../tense/choose-year.ts';
import { isHabit } from '../tense/habit.ts';
import { isMonth } from '../values/is-month.ts';
import { GAP, MONTH } from '../values/patterns.ts';
import { recurring } from '../values/recurring.ts';
import { yearOfList } from '../values/year-of-list.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'month/with-year': 'the words give month and year',
  'month/of-range': 'the end of the range or list names the year',
  'month/of-relative-year': 'the year is counted from the anchor',
  'month/of-told-year': 'it lies in the year that the text named before',
  'month/last': '"last" means the latest such month before the anchor’s own',
  'month/next': '"next" means the first such month after the anchor’s own',
  'month/recurring': 'it is that month of every year, and no single time',
  'month/this': '"this" means the month of the anchor’s own year, or the coming one where that is long over',
  'month/nearest-year':
    'the words give no year, so it is the year that fits best: the nearest in news, that of the story in history writing',
};

const PATTERN = new RegExp(
  String.raw`\b(?:(?<which>this${GAP}past|this${GAP}coming|last|next|this|past|coming)${GAP})?(?<month>${MONTH})` +
    String.raw`(?:(?:,?${GAP}?(?:of${GAP})?|${GAP})(?<year>(?:1[5-9]|20)\d\d)\b(?!\d|,\d|\.\d)|,?${GAP}(?:of${GAP})?(?<yearWord>last|this|next|the${GAP}same|the${GAP}following|the${GAP}previous|that)${GAP}year\b)?(?!\w|[’'](?!s\b))`,
  'dgi',
);

const HALF_A_YEAR = 6;

type Placed = Omit<PeriodReading, 'kind'>;

export const month = patternFamily(REASONS, PATTERN, (match, context): Reading | null => {
  const { which, month: name = '', year, yearWord } = match.groups;
  const number = monthNumberOf(name);
  const isBare = which === undefined && year === undefined && yearWord === undefined;
  const listed = isBare && /^[A-Z]/.test(name) ? yearOfList(context.text, match.end, number) : undefined;
  if (listed === undefined && !isMonth(match, name, context.text)) return null;
  const reading = (
    period: Period,
    rule: string,
    reference: Reference,
    direction: Direction | null,
    confidence: number,
  ) => ({ kind: 'period', period, rule, reference, direction, confidence }) as const;
  if (year !== undefined)
    return reading(monthPeriod(Number(year), number), 'month/with-year', NO_REFERENCE, null, 0.98);
  if (listed !== undefined)
    return reading(monthPeriod(listed, number), 'month/of-range', NO_REFERENCE, null, 0.9);
  const here = yearMonthDayOf(context.anchor);
  if (yearWord !== undefined)
    return { kind: 'period', ...monthOfYearWord(number, yearWord, here.year, context) };
  const word = which?.toLowerCase();
  if (word === 'last' || word === 'past' || word === 'this past')
    return reading(
      monthPeriod(number < here.month ? here.year : here.year - 1, number),
      'month/last',
      ANCHOR,
      'PAST',
      0.9,
    );
  if (word === 'next' || word === 'coming' || word === 'this coming')
    return reading(
      monthPeriod(number > here.month ? here.year : here.year + 1, number),
      'month/next',
      ANCHOR,
      'FUTURE',
      0.9,
    );
  if (word === 'this' && !context.narrative) {
    const isLongOver = number < here.month - HALF_A_YEAR;
    return reading(monthPeriod(here.year + Number(isLongOver), number), 'month/this', ANCHOR, null, 0.85);
  }
  if (isHabit(context.text, match))
    return recurring(`XXXX-${String(number).padStart(2, '0')}`, 'month/recurring');
  const chosen = chooseYear(context, match, { month: number });
  return {
    ...reading(monthPeriod(chosen.year, number), 'month/nearest-year', chosen.reference, null, 0.85),
    alternatives: otherYear(chosen, (other) => monthPeriod(other, number)),
  };
});

function monthOfYearWord(number: number, word: string, anchorYear: number, { discourse }: Context): Placed {
  const mentioned = /^(?:the|that)/i.test(word) ? discourse.lastOf('YEAR') : undefined;
  const step = /last|previous/i.test(word) ? -1 : /next|following/i.test(word) ? 1 : 0;
  return {
    period: monthPeriod((mentioned?.period.index ?? anchorYear) + step, number),
    rule: mentioned === undefined ? 'month/of-relative-year' : 'month/of-told-year',
    reference: referenceTo(mentioned),
    direction: null,
    confidence: mentioned === undefined ? 0.9 : 0.8,
  };
}
