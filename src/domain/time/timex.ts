import { yearMonthDayOf } from './calendar-date.ts';
import { isoWeekOf, type Period } from './period.ts';

/** The four types of TIMEX3 (TimeML annotation guidelines 1.2.1). */
export const TIMEX_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;

export type TimexType = (typeof TIMEX_TYPES)[number];

/** The values of TIMEX3's `mod` attribute. */
export const TIMEX_MODS = [
  'BEFORE',
  'AFTER',
  'ON_OR_BEFORE',
  'ON_OR_AFTER',
  'LESS_THAN',
  'MORE_THAN',
  'EQUAL_OR_LESS',
  'EQUAL_OR_MORE',
  'START',
  'MID',
  'END',
  'APPROX',
] as const;

export type TimexMod = (typeof TIMEX_MODS)[number];

/** A time expression in a text. `start` and `end` are UTF-16 code units, end exclusive: `text` is that slice. */
export interface Timex {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly type: TimexType;
  /** TIMEX3 value: `2021-12-21`, `2021-W50`, `2021-Q3`, `P1M`, `PRESENT_REF`, … */
  readonly value: string;
  readonly mod: TimexMod | null;
}

/** Only short numbers are padded: histograms write thousands of these, and padding all of them costs a third more. */
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const four = (value: number): string => (value < 1000 ? String(value).padStart(4, '0') : String(value));
/** TIMEX3's codes in the order of a season's number: `SP` is spring, 0. */
export const SEASON_CODES = ['SP', 'SU', 'FA', 'WI'] as const;

/** 2021 → `2021`; the year 490 BC, which is -489 in astronomical counting, → `BC0490`. */
const timexYear = (year: number): string => (year > 0 ? four(year) : `BC${four(1 - year)}`);

/**
 * A period as a TIMEX3 value: `2021-12-21`, `2021-W51`, `2021-W51-WE`, `2021-12`, `2021-Q4`, `2021-WI`, `2021-H2`, `2021`,
 * `202`, `20`.
 */
export function timexValueOf({ unit, index }: Period): string {
  switch (unit) {
    case 'DAY': {
      const { year, month, day } = yearMonthDayOf(index);
      return `${timexYear(year)}-${two(month)}-${two(day)}`;
    }
    case 'WEEK':
    case 'WEEKEND': {
      const { year, week } = isoWeekOf(index);
      return `${timexYear(year)}-W${two(week)}${unit === 'WEEKEND' ? '-WE' : ''}`;
    }
    case 'MONTH': {
      const year = Math.floor(index / 12);
      return `${timexYear(year)}-${two(index - year * 12 + 1)}`;
    }
    case 'QUARTER': {
      const year = Math.floor(index / 4);
      return `${timexYear(year)}-Q${index - year * 4 + 1}`;
    }
    case 'SEASON': {
      const year = Math.floor(index / 4);
      return `${timexYear(year)}-${SEASON_CODES[index - year * 4]}`;
    }
    case 'HALF': {
      const year = Math.floor(index / 2);
      return `${timexYear(year)}-H${index - year * 2 + 1}`;
    }
    case 'YEAR':
      return timexYear(index);
    case 'DECADE':
      return index < 0 ? `BC${String(-index).padStart(3, '0')}` : String(index).padStart(3, '0');
    case 'CENTURY':
      return index < 0 ? `BC${two(-index - 1)}` : two(index);
  }
}
