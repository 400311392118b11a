/**
 * Holidays, fixed and moving, in the year nearest to the anchor or the one that is named. With the anchor 2021-12-21:
 * "Christmas Day" 2021-12-25 · "New Year's Eve" 2021-12-31 · "Thanksgiving" 2021-11-25 · "Easter 2014" 2014-04-20 · "last Christmas" 2020-12-25.
 */
import { dayNumberOf, weekdayOf, yearMonthDayOf } from '../../domain/calendar-date.ts';
import { dayPeriod } from '../../domain/period.ts';
import { chooseYear } from '../choose-year.ts';
import { GAP } from '../patterns.ts';
import { ANCHOR, patternFamily } from '../rule.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'holiday/with-year': 'the words give the holiday and its year',
  'holiday/nearest':
    'without a year it is the one that fits best: the nearest in news, that of the story in history writing',
};

type DayOfYear = (year: number) => number;

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

/** Lower case, apostrophes as `'`. */
const HOLIDAYS: Readonly<Record<string, DayOfYear>> = {
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
  thanksgiving: nth(4, 4, 11),
  'ash wednesday': easter(-46),
  'palm sunday': easter(-7),
  'good friday': easter(-2),
  'easter sunday': easter(0),
  'easter monday': easter(1),
  easter: easter(0),
  pentecost: easter(49),
};

const NAMES = Object.keys(HOLIDAYS)
  .map((name) => name.replaceAll(' ', GAP).replaceAll('.', String.raw`\.`).replaceAll("'", "['’]"))
  .join('|');
const PATTERN = new RegExp(
  String.raw`\b(?:(?<which>last|next|this)${GAP})?(?<name>${NAMES})(?!\w|${GAP}(?:tree|cards?|gifts?|presents?|eggs?|island|carols?))(?:,?${GAP}(?:of${GAP})?(?<year>(?:1[5-9]|20)\d\d)\b)?`,
  'dgi',
);

export const holiday = patternFamily('holiday', REASONS, PATTERN, (match, context) => {
  const { which, name = '', year } = match.groups;
  const dayIn = HOLIDAYS[name.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')];
  if (dayIn === undefined || !/^[A-Z]/.test(name)) return null;
  const thisYear = yearMonthDayOf(context.anchor).year;
  const step = which === undefined ? null : /last/i.test(which) ? -1 : /next/i.test(which) ? 1 : 0;
  const written = year === undefined ? undefined : Number(year);
  const { month, day } = yearMonthDayOf(dayIn(thisYear));
  const chosen =
    step === null
      ? chooseYear(context, match, { written, month, day })
      : { year: written ?? sided(dayIn, thisYear, step, context.anchor), reference: ANCHOR };
  return {
    kind: 'period',
    period: dayPeriod(dayIn(chosen.year)),
    rule: written === undefined ? 'holiday/nearest' : 'holiday/with-year',
    direction: null,
    reference: chosen.reference,
    confidence: 0.8,
  };
});

/** The year of the last one before the anchor, the next one after it, or this year's. */
function sided(dayIn: DayOfYear, year: number, step: number, anchor: number): number {
  if (step < 0) return dayIn(year) < anchor ? year : year - 1;
  return step > 0 && dayIn(year) <= anchor ? year + 1 : year;
}
