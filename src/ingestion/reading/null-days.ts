import type { CalendarDate } from '../../domain/time/calendar-date.ts';

/** The days that programs write where they know none: the zeros of Unix, DOS, Excel and databases. */
const NULL_DAYS: ReadonlySet<string> = new Set([
  '1970-01-01',
  '1969-12-31',
  '1980-01-01',
  '1900-01-01',
  '1899-12-30',
  '1899-12-31',
]);

/** Newspapers are older than this in no archive; `0001-01-01` and `1601-01-01` are zeros too. */
const FIRST_DAY = '1650-01-01';

/** Whether a day that a program wrote can be one of publication: `1970-01-01` is none. */
export const isNullDay = (date: CalendarDate): boolean => date < FIRST_DAY || NULL_DAYS.has(date);
