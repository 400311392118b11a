import { dayNumberOf, weekdayOf } from '../../domain/time/calendar-date.ts';

/** Gives the day number of a holiday in a year: Christmas in 2021 → 2021-12-25. */
export type DayOfYear = (year: number) => number;

const fixed =
  (month: number, day: number): DayOfYear =>
  (year) =>
    dayNumberOf({ year, month, day });

/** The n-th weekday of a month, counted from its end when n is negative. */
const nth =
  (n: number, weekday: number, month: number): DayOfYear =>
  (year) => {
    const first = dayNumberOf({ year, month, day: 1 });
    if (n > 0) return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
    const last = dayNumberOf({ year, month: month + 1, day: 1 }) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  };

/** Western Easter by the anonymous Gregorian algorithm, plus a number of days. */
const easter =
  (offset: number): DayOfYear =>
  (year) => {
    const golden = year % 19;
    const century = Math.floor(year / 100);
    const yearOfCentury = year % 100;
    const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
    const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
    const sunday =
      (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
    const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
    const fromMarch = epact + sunday - 7 * late + 114;
    return dayNumberOf({ year, month: Math.floor(fromMarch / 31), day: (fromMarch % 31) + 1 }) + offset;
  };

/** The holidays by name: lower case, apostrophes as `'`. */
export const HOLIDAYS: Readonly<Record<string, DayOfYear>> = {
  "new year's day": fixed(1, 1),
  "new year's eve": fixed(12, 31),
  "new year's": fixed(1, 1),
  'christmas eve': fixed(12, 24),
  'christmas day': fixed(12, 25),
  christmas: fixed(12, 25),
  'boxing day': fixed(12, 26),
  "valentine's day": fixed(2, 14),
  "st. patrick's day": fixed(3, 17),
  'independence day': fixed(7, 4),
  'fourth of july': fixed(7, 4),
  '4th of july': fixed(7, 4),
  'july fourth': fixed(7, 4),
  'may day': fixed(5, 1),
  'earth day': fixed(4, 22),
  "international women's day": fixed(3, 8),
  juneteenth: fixed(6, 19),
  "all saints' day": fixed(11, 1),
  'remembrance day': fixed(11, 11),
  epiphany: fixed(1, 6),
  'bastille day': fixed(7, 14),
  halloween: fixed(10, 31),
  'election day': (year) => nth(1, 1, 11)(year) + 1,
  'veterans day': fixed(11, 11),
  'armistice day': fixed(11, 11),
  'martin luther king day': nth(3, 1, 1),
  "presidents' day": nth(3, 1, 2),
  "mother's day": nth(2, 7, 5),
  'memorial day': nth(-1, 1, 5),
  "father's day": nth(3, 7, 6),
  'labor day': nth(1, 1, 9),
  'columbus day': nth(2, 1, 10),
  'thanksgiving day': nth(4, 4, 11),
  'black friday': (year) => nth(4, 4, 11)(year) + 1,
  'cyber monday': (year) => nth(4, 4, 11)(year) + 4,
  thanksgiving: nth(4, 4, 11),
  'shrove tuesday': easter(-47),
  'mardi gras': easter(-47),
  'ash wednesday': easter(-46),
  'palm sunday': easter(-7),
  'maundy thursday': easter(-3),
  'good friday': easter(-2),
  'easter sunday': easter(0),
  'easter monday': easter(1),
  easter: easter(0),
  'ascension day': easter(39),
  pentecost: easter(49),
  'whit monday': easter(50),
};
