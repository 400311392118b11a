import { type CalendarDate, calendarDateOf, isRealDay } from '../../domain/time/calendar-date.ts';
import { monthNumberOf } from '../../domain/time/calendar-names.ts';
import { MONTH } from '../../temporal/values/patterns.ts';
import { isNullDay } from './null-days.ts';
import { readWrittenDate, WRITTEN_DATE } from './written-date.ts';

const YEAR = String.raw`(?<year>(?:1[6-9]|20)\d{2})`;

/** How the names of files and the addresses of pages write a day. */
const FORMS: readonly RegExp[] = [
  // "/2021/12/16/", "/2021/dec/16/", "2021-12-16", "2021_12_6"
  new RegExp(String.raw`(?<!\d)${YEAR}[-/_.](?<month>\d{1,2}|${MONTH})[-/_.](?<day>\d{1,2})(?!\d)`, 'gi'),
  // "/2021-12/16/", "/202112/16/", "/2021/1216/", "20211216", "20211216T101500"
  new RegExp(String.raw`(?<!\d)${YEAR}[-/_]?(?<month>\d{2})[-/_]?(?<day>\d{2})(?:[T_-]?\d{6})?(?!\d)`, 'gi'),
];

const IN_WORDS = new RegExp(String.raw`(?<![\p{L}\d])${WRITTEN_DATE}`, 'giu');

/** `/2021/dec/16/harbour` and `harbour-20211216.txt` → 2021-12-16; undefined where a name says no day. */
export function dayInName(name: string): CalendarDate | undefined {
  for (const form of FORMS)
    for (const { groups } of name.matchAll(form)) {
      const { year, month = '', day } = groups ?? {};
      const date = dayOf(Number(year), monthOf(month), Number(day));
      if (date !== undefined) return date;
    }
  for (const [written] of name.replaceAll(/[-_+]|%20/g, ' ').matchAll(IN_WORDS)) {
    const date = readWrittenDate(written);
    if (date !== undefined && !isNullDay(date)) return date;
  }
  return undefined;
}

const YEAR_ALONE = new RegExp(String.raw`(?<![\p{L}\d])${YEAR}(?![\p{L}\d])`, 'u');

/** `/2015/12/harbour` and `harbour 2015.txt` → 2015. */
export function yearInName(name: string): number | undefined {
  const year = YEAR_ALONE.exec(name)?.groups?.['year'];
  return year === undefined ? undefined : Number(year);
}

const MONTH_ALONE = new RegExp(String.raw`(?<!\d)${YEAR}[-/_](?<month>[01]\d)(?!\d|[-/_.]\d{1,2}(?!\d))`);

/** `/2015/02/harbour` → 2015-02-28. */
export function endOfMonthInName(name: string): CalendarDate | undefined {
  const { year, month } = MONTH_ALONE.exec(name)?.groups ?? {};
  return [31, 30, 29, 28]
    .map((day) => dayOf(Number(year), Number(month), day))
    .find((date) => date !== undefined);
}

/** The path and the query of an address: its host, such as `2021-12-16.example`, dates nothing. */
export const pathOf = (address: string | null): string => (address ?? '').replace(/^[a-z]+:\/\/[^/?#]*/i, '');

const monthOf = (text: string): number => (/^\d/.test(text) ? Number(text) : monthNumberOf(text));

function dayOf(year: number, month: number, day: number): CalendarDate | undefined {
  const parts = { year, month, day };
  const date = isRealDay(parts) ? calendarDateOf(parts) : undefined;
  return date === undefined || isNullDay(date) ? undefined : date;
}
