/** The months in English, January first: `MONTH_NAMES[11]` is December. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The weekdays in English, in the order of ISO 8601: Monday first. */
export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** The seasons in English, in the order of a season's number: spring is 0, winter is 3. */
export const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'] as const;

/** Three letters tell all months apart, and all weekdays: `Dec` and `Thu` are enough. */
const ENOUGH_LETTERS = 3;

const placeOf = (name: string, names: readonly string[]): number =>
  name.length < ENOUGH_LETTERS
    ? -1
    : names.findIndex((known) => known.toLowerCase().startsWith(name.toLowerCase().slice(0, ENOUGH_LETTERS)));

/** `December`, `dec` or `Dec.` → 12; 0 for anything else. */
export const monthNumberOf = (name: string): number => placeOf(name, MONTH_NAMES) + 1;

/** `Sunday` or `sun` → 7; Monday is 1. */
export const weekdayNumberOf = (name: string): number => placeOf(name, WEEKDAY_NAMES) + 1;

/** `autumn` or the American `fall` → 2, in any case; undefined for anything else. */
export function seasonNumberOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  const number = SEASON_NAMES.findIndex((season) => season === (lower === 'fall' ? 'autumn' : lower));
  return number < 0 ? undefined : number;
}
