/**
 * Dates and clock times in figures and words: chrono-node finds them, this rule places them. On 2021-12-21:
 * "December 21, 2021" 2021-12-21 · "21 December" 2021-12-21 (nearest year) · "Jan. 5" 2022-01-05 · "2021-12-21" ·
 * "Tuesday, December 21" 2021-12-21 · "10:30 a.m." 2021-12-21T10:30.
 * "Oct 26 11:00:09 EDT 2017" 2017-10-26T11:00 · "3 Feb '15" 2015-02-03 · "won in 2:05:30" PT2H5M30S.
 * Fractions, prices, scores and minutes of a match are not dates.
 */
import { dayNumberOf, isRealDay } from '../../domain/time/calendar-date.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import { type ChronoMatch, findExplicit } from '../chrono.ts';
import type { Context, Family, Reading } from '../rule.ts';
import { chooseYear, otherYear } from '../tense/choose-year.ts';
import { clockReading } from '../values/clock-reading.ts';
import { inDocumentOrder } from '../values/date-order.ts';
import { elapsedReading, isElapsed } from '../values/elapsed-time.ts';
import { weekdayBefore } from '../values/weekday-before.ts';
import { yearOfList } from '../values/year-of-list.ts';
import { yearOfNamedEvent } from '../values/year-of-named-event.ts';
import { yearOfTwoDigits } from '../values/year-of-two-digits.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'explicit-date/full': 'the words give the whole date',
  'explicit-date/of-list': 'the end of the range or list names the year',
  'explicit-date/nearest-year':
    'the words give no year, so it is the year that fits best: the nearest in news, that of the story in history writing',
  'explicit-date/clock-time':
    'a clock time alone belongs to the day that the text named last, or to the anchor',
  'explicit-date/elapsed': 'it tells how long a race or match lasted, not when',
  'explicit-date/impossible': 'the calendar has no such day',
};

/** Matches of chrono-node that are no times: "3/8", "125 a", "2.50 a", "10-12". */
const NO_TIME = /^(?:\d{1,2}[/.]\d{1,2}|\d+(?:\.\d+)?\s*[ap]|\d{1,4}|\d{1,2}[-–]\d{1,2})$/i;
/** "with 11:07 *remaining*": the minutes of a match. */
const IS_LEFT = /^\s(?:remaining|left\s(?:in|on|to)|to\s(?:go|play))\b/i;
const IS_LEFT_REACH = 12;
const CLOCK = /\d:\d\d|\b[ap]\.?m\b|o['’]clock|\d[ap]m\b/i;

/** "December 21, 2021", "Jan. 5", "10:30 a.m.". */
export const explicitDate: Family = {
  reasons: REASONS,
  find: (text) =>
    inDocumentOrder(
      text,
      findExplicit(text).filter(
        (match) =>
          !NO_TIME.test(match.text) && !IS_LEFT.test(text.slice(match.end, match.end + IS_LEFT_REACH)),
      ),
    )
      .map(withoutCount)
      .map((match) => withYearAround(text, match))
      .map((match) => ({
        start: match.start - (known(match, 'day') ? (weekdayBefore(text, match.start)?.length ?? 0) : 0),
        end: match.end,
        read: (context) => readExplicit(match, context),
      })),
};

const known = (match: ChronoMatch, component: 'year' | 'day'): boolean =>
  match.known[component] !== undefined;

/** "28 March, 35,000 people": chrono-node takes the beginning of a count for a year of two digits. */
function withoutCount(match: ChronoMatch): ChronoMatch {
  if (
    !known(match, 'year') ||
    !/\d.*\D\d/.test(match.text) ||
    /\d{4}|\d[/.-]\d|['’]\d\d$|[a-z]-\d\d$/i.test(match.text)
  )
    return match;
  const { year: _year, ...rest } = match.known;
  const text = match.text.replace(/[\s,]*\d\d?$/, '');
  return { ...match, text, end: match.start + text.length, known: rest };
}

/** A match with the two digits of its year, which the anchor puts into a century. */
interface ExplicitMatch extends ChronoMatch {
  readonly shortYear?: string | undefined;
}

/** The zone and year after a stamp, "Oct 26 11:00:09 EDT 2017", and a short year after a day: "3 Feb '15", "04Oct17". */
const YEAR_AFTER =
  /^(?:\s+(?<hour>\d{1,2}):(?<minute>\d\d)(?::\d\d)?(?:\s+[A-Z]{2,5})?\s+(?<full>(?:19|20)\d\d)(?![\d:])|,?\s*['’‘](?<quoted>\d\d)\b|(?<attached>\d\d)(?!\d))/;
const DAY_AND_MONTH_ATTACHED = /^\d{1,2}[A-Z][a-z]{2}$/;

/** The match with the year that chrono-node leaves beside it. */
function withYearAround(text: string, match: ChronoMatch): ExplicitMatch {
  if (!known(match, 'day') || known(match, 'year')) return match;
  const found = YEAR_AFTER.exec(text.slice(match.end, match.end + 32));
  const { full, hour, minute, quoted, attached } = found?.groups ?? {};
  if (found === null) return match;
  if (attached !== undefined && !DAY_AND_MONTH_ATTACHED.test(match.text)) return match;
  const end = match.end + found[0].length;
  const whole = { ...match, end, text: text.slice(match.start, end) };
  return full === undefined
    ? { ...whole, shortYear: quoted ?? attached }
    : { ...whole, known: { ...match.known, year: Number(full), hour: Number(hour), minute: Number(minute) } };
}

function readExplicit(span: ExplicitMatch, context: Context): Reading | null {
  const { text, known } = span;
  if (known.hour !== undefined && !CLOCK.test(text)) return null;
  const time = known.hour === undefined ? undefined : clockCode(known.hour, known.minute ?? 0);
  if (known.month === undefined || known.day === undefined)
    return time === undefined
      ? null
      : isElapsed(span, context.text)
        ? elapsedReading(span, context.text)
        : clockReading(time, 'explicit-date/clock-time', context);
  const { month, day } = known;
  const stated =
    span.shortYear === undefined
      ? (known.year ?? yearOfNamedEvent(context.text, span.end))
      : yearOfTwoDigits(span.shortYear, context);
  const listed = stated === undefined ? yearOfList(context.text, span.end, month) : undefined;
  const written = stated ?? listed;
  const weekday = weekdayBefore(context.text, span.start)?.weekday;
  const chosen = chooseYear(context, span, { written, month, day, weekday });
  const { year, reference } = chosen;
  if (!isRealDay({ year, month, day }))
    return {
      kind: 'unresolved',
      rule: 'explicit-date/impossible',
      reason: `there is no day ${year}-${month}-${day}`,
    };
  return {
    kind: 'period',
    period: dayPeriod(dayNumberOf({ year, month, day })),
    rule: `explicit-date/${listed !== undefined ? 'of-list' : written === undefined ? 'nearest-year' : 'full'}`,
    direction: null,
    reference,
    confidence: written === undefined ? 0.9 : 0.99,
    ...(time === undefined ? {} : { time }),
    alternatives: otherYear(chosen, (other) => dayPeriod(dayNumberOf({ year: other, month, day }))),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

const clockCode = (hour: number, minute: number): string => `T${two(hour)}:${two(minute)}`;
