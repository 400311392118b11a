import type { Span } from '../../domain/event/mention.ts';
import { dayNumberOf, weekdayOf, yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { boundsOf, dayPeriod, monthPeriod, type Period } from '../../domain/time/period.ts';
import type { Alternative } from '../../domain/time/resolution.ts';
import { timexValueOf } from '../../domain/time/timex.ts';
import { ANCHOR, type Context, NO_REFERENCE } from '../rule.ts';
import { type Lean, leanOf } from './lean.ts';
import { mayPointAhead } from './may-point-ahead.ts';
import { type YearChoice, yearOfStory } from './year-of-story.ts';

/** A month or day so far ahead needs a clause that points ahead: else "in March" in a text of October is the last March. */
const FAR_DAYS = 80;
/** A plan may lie back so many days: "said it would meet on Friday, 3 May". */
const LONG_OVER_DAYS = 20;

const BECAUSE: Readonly<Record<Lean, string>> = {
  PAST: 'its clause tells of the past',
  LIKELY_PAST: 'nothing in its clause points ahead',
  NEAR: 'it lies farther from the anchor',
  LIKELY_AHEAD: 'its clause points ahead',
  PLANNED: 'its clause points ahead',
  AHEAD: 'its clause points ahead',
};

/** The parts that the words give: a month with or without its year and day, or the first month of a season. */
interface YearGiven {
  readonly written?: number | undefined;
  readonly month: number;
  readonly day?: number;
  /** The period in a year, where it is neither the month nor the day. */
  readonly periodIn?: (year: number) => Period;
  /** The weekday beside a day, from 1 for Monday: it decides between years. */
  readonly weekday?: number | undefined;
}

/** The same month, day or holiday in the rejected year: "Jan. 5" → 2021-01-05 beside 2022-01-05. */
export const otherYear = (
  { other }: YearChoice,
  periodIn: (year: number) => Period,
): readonly Alternative[] =>
  other === null ? [] : [{ value: timexValueOf(periodIn(other.year)), because: other.because }];

/**
 * The year of a month, or of a month and day. A written year counts. In news, the nearest year to the anchor counts; where two
 * years are about as near, it is the past year unless the clause points ahead. In history writing, the year of the story counts.
 * On 2021-12-21: "on Jan. 5" 2022 · "Sales fell in March" 2021.
 */
export function chooseYear(context: Context, span: Span, given: YearGiven): YearChoice {
  const { written } = given;
  if (written !== undefined) return { year: written, reference: NO_REFERENCE, other: null };
  if (context.narrative) return yearOfStory(context, given.month);
  return { ...yearNearAnchor(context, span, given), reference: ANCHOR };
}

function yearNearAnchor(
  context: Context,
  span: Span,
  { month, day, weekday, periodIn = periodOfParts(month, day) }: YearGiven,
): Omit<YearChoice, 'reference'> {
  const { anchor } = context;
  const here = yearMonthDayOf(anchor).year;
  const boundsIn = (year: number) => boundsOf(periodIn(year));
  const ahead = (year: number): number => (boundsIn(year).first + boundsIn(year).last) / 2 - anchor;
  const [nearest = here, second = here, third = here] = [here - 1, here, here + 1].sort(
    (one, other) => Math.abs(ahead(one)) - Math.abs(ahead(other)),
  );
  const fits = (year: number): boolean => {
    const isFar = Math.abs(ahead(year)) >= FAR_DAYS;
    switch (lean) {
      case 'PAST':
        return boundsIn(year).first <= anchor;
      case 'LIKELY_PAST':
        return !isFar || ahead(year) < 0;
      case 'LIKELY_AHEAD':
      case 'PLANNED':
        return ahead(year) >= -LONG_OVER_DAYS;
      case 'AHEAD':
        return boundsIn(year).last >= anchor;
      case 'NEAR':
        return true;
    }
  };
  const agrees = (year: number): boolean =>
    weekday === undefined || weekdayOf(boundsIn(year).first) === weekday;
  const years = [nearest, second, third];
  const agreeing = years.filter(agrees);
  const candidates = agreeing.length > 0 ? agreeing : years;
  const [first = nearest] = candidates;
  const lean = ahead(first) > 0 || mayPointAhead(context.text, span) ? leanOf(context, span) : 'PAST';
  const year = candidates.find(fits) ?? first;
  return year === nearest
    ? { year, other: { year: second, because: 'it lies farther from the anchor' } }
    : { year, other: { year: nearest, because: BECAUSE[lean] } };
}

const periodOfParts =
  (month: number, day: number | undefined) =>
  (year: number): Period =>
    day === undefined ? monthPeriod(year, month) : dayPeriod(dayNumberOf({ year, month, day }));
