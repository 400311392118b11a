import {
  type CalendarDate,
  calendarDateOf,
  isRealDay,
  toDayNumber,
  weekdayOf,
} from '../../domain/time/calendar-date.ts';
import { monthNumberOf, WEEKDAY_NAMES, weekdayNumberOf } from '../../domain/time/calendar-names.ts';
import { MONTH } from '../../temporal/values/patterns.ts';

/** The source of a regular expression for a weekday as datelines print it: `Tuesday`, `Tue.` */
export const WRITTEN_WEEKDAY = String.raw`(?:${WEEKDAY_NAMES.join('|')}|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)\.?`;
const DAY = String.raw`[0-3]?\d(?:st|nd|rd|th)?`;
/** The source of a regular expression for a year as datelines print it. */
export const YEAR = String.raw`[12]\d{3}`;

const FORMS = [
  String.raw`${YEAR}[-/][01]\d[-/][0-3]\d(?:T\d\d:\d\d[\d:.]*(?:Z|[-+]\d\d:?\d\d)?)?`,
  String.raw`[0-3]?\d\.[01]?\d\.${YEAR}`,
  String.raw`${DAY}\s+(?:of\s+)?${MONTH}(?:,?\s+${YEAR})?`,
  String.raw`${MONTH}\s+${DAY}(?:,?\s+${YEAR})?`,
];

/**
 * The source of a regular expression for a day as news prints it, for the flags `iu`: `2021-12-21`,
 * `21.12.2021`, `Tuesday, Dec. 21, 2021`, `21st of December`. It has no groups.
 */
export const WRITTEN_DATE = String.raw`(?:${WRITTEN_WEEKDAY},?\s+)?(?:${FORMS.join('|')})(?![\p{L}\d])`;

const NUMBERS =
  /(?<year>[12]\d{3})[-/](?<month>\d{2})[-/](?<day>\d{2})|(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>[12]\d{3})/;
const FULL_YEAR = new RegExp(String.raw`\b${YEAR}\b`);
const MONTH_NAME = new RegExp(String.raw`\b${MONTH}`, 'i');

/** The day near which a day without a year lies. */
export interface NearestDay {
  readonly date: CalendarDate;
  /** How many years off a weekday may lead. A default says little of the year, a day of publication says it. */
  readonly years: number;
}

/**
 * `Dec. 21, 2021` → 2021-12-21. A day without a year takes the year nearest to `near`, if that is given; a weekday
 * before it tells in which year it fell. Undefined for days that do not exist.
 */
export function readWrittenDate(text: string, near?: NearestDay): CalendarDate | undefined {
  const numbers = NUMBERS.exec(text)?.groups;
  if (numbers !== undefined) {
    const { year, month, day, y, m, d } = numbers;
    return dayOf(Number(year ?? y), Number(month ?? m), Number(day ?? d));
  }
  const month = monthNumberOf(MONTH_NAME.exec(text)?.[0] ?? '');
  const day = Number(/\b[0-3]?\d(?!\d)/.exec(text)?.[0]);
  const year = FULL_YEAR.exec(text)?.[0];
  if (year !== undefined) return dayOf(Number(year), month, day);
  return near === undefined ? undefined : nearestDay(month, day, near, weekdayIn(text));
}

/** Whether a written date says its year. */
export const hasYear = (text: string): boolean => FULL_YEAR.test(text);

const weekdayIn = (text: string): number => weekdayNumberOf(/^[a-z]+/i.exec(text)?.[0] ?? '');

/** The calendar repeats after 28 years, and 29 February falls on each weekday in that time. */
function nearestDay(
  month: number,
  day: number,
  { date: near, years }: NearestDay,
  weekday: number,
): CalendarDate | undefined {
  const year = Number(near.slice(0, 4));
  const distance = (date: CalendarDate): number => Math.abs(toDayNumber(date) - toDayNumber(near));
  const days = Array.from({ length: 2 * years + 1 }, (_, index) => dayOf(year - years + index, month, day))
    .filter((date) => date !== undefined)
    .sort((a, b) => distance(a) - distance(b));
  const onWeekday = days.find((date) => weekday === weekdayOf(toDayNumber(date)));
  return onWeekday ?? days[0];
}

function dayOf(year: number, month: number, day: number): CalendarDate | undefined {
  const parts = { year, month, day };
  return isRealDay(parts) ? calendarDateOf(parts) : undefined;
}
