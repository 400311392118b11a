import { MONTH_NAMES, SEASON_NAMES, WEEKDAY_NAMES } from '../../domain/time/calendar-names.ts';

/*
 * Pieces of regular expressions that several families share. All are used with the flag `i`, unless their user
 * checks the capital letter itself.
 */

/** White space inside an expression: it may wrap over one line break, never over a blank line. */
export const GAP = String.raw`(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)`;

/** "Monday", "Sunday": whole names only. */
export const WEEKDAY = WEEKDAY_NAMES.join('|');

/** "Jan", "Sept", "Dec", but not "May", which is its own abbreviation. */
export const MONTH_SHORT = [
  'Sept',
  ...MONTH_NAMES.filter((name) => name.length > 3).map((name) => name.slice(0, 3)),
].join('|');

/** "December", "Dec", "Dec." */
export const MONTH = String.raw`(?:${MONTH_NAMES.join('|')}|(?:${MONTH_SHORT})\b\.?)`;

/** "summer", "autumn", "fall". */
export const SEASON = [...SEASON_NAMES, 'fall'].join('|');

/** "week", "quarter", "century": the units of the calendar that a text counts in. */
export const UNIT = 'day|week|weekend|month|quarter|year|decade|century';
