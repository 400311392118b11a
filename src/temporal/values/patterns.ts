/** Pieces of regular expressions that several families share. All are used with the flag `i` unless they say otherwise. */

/** White space inside an expression: it may wrap over one line break, never over a blank line. */
export const GAP = String.raw`(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)`;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const WEEKDAY = WEEKDAYS.join('|');

/** 1–7 from Monday on, from a weekday's name or abbreviation. */
export const weekdayNumberOf = (name: string): number =>
  WEEKDAYS.findIndex((day) => day.startsWith(name.toLowerCase().slice(0, 3))) + 1;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const MONTH_SHORT = String.raw`jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec`;
export const MONTH = String.raw`(?:${MONTHS.join('|')}|(?:${MONTH_SHORT})\b\.?)`;

/** 1–12 from a month's name or abbreviation. */
export const monthNumberOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** The seasons by their place in the year, which begins with spring. */
export const SEASON_NUMBERS: Readonly<Record<string, number>> = {
  spring: 0,
  summer: 1,
  fall: 2,
  autumn: 2,
  winter: 3,
};

export const UNIT = 'day|week|weekend|month|quarter|year|decade|century';
