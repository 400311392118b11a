import { dayNumberOf, isRealDay, weekdayOf } from '../../domain/time/calendar-date.ts';
import type { ChronoMatch } from '../chrono.ts';
import { MONTH } from './patterns.ts';
import { weekdayBefore } from './weekday-before.ts';

/** A text's order of day and month in figures: 3/4 is the third of April or the fourth of March. */
type DateOrder = 'DAY_FIRST' | 'MONTH_FIRST';

const IN_FIGURES = /(?<![\d/.])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/g;
const DAY_THEN_MONTH = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\b`, 'gi');
const MONTH_THEN_DAY = new RegExp(`\\b${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\s${MONTH})`, 'gi');
const MONTHS = 12;

/**
 * The order that the text itself shows. Its unambiguous dates in figures count first: 25/12 is day first. Then its dates with
 * the month in words count. Without any of these it is month first.
 */
function dateOrderOf(text: string): DateOrder {
  let balance = 0;
  for (const [, first, second] of text.matchAll(IN_FIGURES))
    balance += Number(Number(first) > MONTHS) - Number(Number(second) > MONTHS);
  if (balance === 0)
    balance = (text.match(DAY_THEN_MONTH)?.length ?? 0) - (text.match(MONTH_THEN_DAY)?.length ?? 0);
  return balance > 0 ? 'DAY_FIRST' : 'MONTH_FIRST';
}

/**
 * A date in figures with day and month both up to 12. "03/04/2021" follows the text's order. "03.04.2021" is day
 * first, "03-04-2021" month first. The weekday beside a date goes before all these.
 */
const EITHER_ORDER = /^(?:0?[1-9]|1[0-2])([/.-])(?:0?[1-9]|1[0-2])\1\d/;

/** Puts day and month of dates in figures right: chrono-node reads "03.04.2021" as 4 March. */
export function inDocumentOrder(text: string, matches: readonly ChronoMatch[]): readonly ChronoMatch[] {
  const ambiguous = matches.some(({ text }) => EITHER_ORDER.test(text));
  const dayFirst = ambiguous && dateOrderOf(text) === 'DAY_FIRST';
  return matches.map((match) => {
    const sign = EITHER_ORDER.exec(match.text)?.[1];
    const { day, month } = match.known;
    if (sign === undefined || day === undefined || month === undefined) return match;
    const other = { ...match.known, day: month, month: day };
    const isUsual = sign === '.' || (sign === '/' && dayFirst);
    const weekday = weekdayBefore(text, match.start)?.weekday;
    const fits = isOn(weekday, other);
    const isTurned = fits === isOn(weekday, match.known) ? isUsual : fits;
    return isTurned ? { ...match, known: other } : match;
  });
}

/** Whether a date falls on the weekday beside it: "Sunday 09-08-2015" is 9 August. */
const isOn = (weekday: number | undefined, { year = 0, month = 0, day = 0 }: ChronoMatch['known']): boolean =>
  isRealDay({ year, month, day }) && weekdayOf(dayNumberOf({ year, month, day })) === weekday;
