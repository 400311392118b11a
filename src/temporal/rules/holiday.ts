/**
 * Holidays, fixed and moving, in the nearest year or in a named year. On 2021-12-21:
 * "Christmas Day" 2021-12-25 · "New Year's Eve" 2021-12-31 · "Thanksgiving" 2021-11-25 · "Easter 2014" 2014-04-20 · "last Christmas" 2020-12-25.
 */
import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import { ANCHOR, patternFamily } from '../rule.ts';
import { chooseYear, otherYear } from '../tense/choose-year.ts';
import { type DayOfYear, HOLIDAYS } from '../values/holidays.ts';
import { GAP } from '../values/patterns.ts';
import { yearOfNamedEvent } from '../values/year-of-named-event.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'holiday/with-year': 'the words give the holiday and its year',
  'holiday/nearest':
    'without a year it is the one that fits best: the nearest in news, that of the story in history writing',
};

const YEAR_STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

const NAMES = Object.keys(HOLIDAYS)
  .map((name) => name.replaceAll(' ', GAP).replaceAll('.', String.raw`\.`).replaceAll("'", "['’]"))
  .join('|');
const PATTERN = new RegExp(
  String.raw`\b(?:(?<which>last|next|this)${GAP}|(?<owner>last|this|next)${GAP}year['’]s${GAP})?(?<name>${NAMES})(?!\w|${GAP}(?:tree|cards?|gifts?|presents?|eggs?|island|carols?))(?:,?${GAP}(?:of${GAP})?(?:(?<year>(?:1[5-9]|20)\d\d)\b|(?<tail>last|this|next)${GAP}year\b))?`,
  'dgi',
);

export const holiday = patternFamily(REASONS, PATTERN, (match, context) => {
  const { which, name = '', year, tail, owner } = match.groups;
  const dayIn = HOLIDAYS[name.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')];
  if (dayIn === undefined || !/^[A-Z\d]/.test(name)) return null;
  const thisYear = yearMonthDayOf(context.anchor).year;
  const step = which === undefined ? null : /last/i.test(which) ? -1 : /next/i.test(which) ? 1 : 0;
  const written =
    writtenYear(year, (owner ?? tail)?.toLowerCase(), thisYear) ?? yearOfNamedEvent(context.text, match.end);
  const { month, day } = yearMonthDayOf(dayIn(thisYear));
  const chosen =
    step === null
      ? chooseYear(context, match, { written, month, day })
      : { year: written ?? sided(dayIn, thisYear, step, context.anchor), reference: ANCHOR, other: null };
  return {
    kind: 'period',
    period: dayPeriod(dayIn(chosen.year)),
    rule: written === undefined ? 'holiday/nearest' : 'holiday/with-year',
    direction: null,
    reference: chosen.reference,
    confidence: 0.8,
    alternatives: otherYear(chosen, (other) => dayPeriod(dayIn(other))),
  };
});

/** The year beside the name, in figures or relative to the anchor's: "Easter 2014", "Christmas last year". */
function writtenYear(
  figures: string | undefined,
  word: string | undefined,
  thisYear: number,
): number | undefined {
  if (figures !== undefined) return Number(figures);
  return word === undefined ? undefined : thisYear + (YEAR_STEPS[word] ?? 0);
}

/** The year of "last", "next" or "this" holiday: before the anchor, after it, or in its own year. */
function sided(dayIn: DayOfYear, year: number, step: number, anchor: number): number {
  if (step < 0) return dayIn(year) < anchor ? year : year - 1;
  return step > 0 && dayIn(year) <= anchor ? year + 1 : year;
}
