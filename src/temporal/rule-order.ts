import type { Family, Prefix } from './rule.ts';
import { ahead } from './rules/ahead.ts';
import { bareUnit, yearEnd } from './rules/bare-unit.ts';
import { clockShift } from './rules/clock-shift.ts';
import { compoundDuration } from './rules/compound-duration.ts';
import { dayList } from './rules/day-list.ts';
import { dayOfMonth } from './rules/day-of-month.ts';
import { century, decade } from './rules/decade-century.ts';
import { duration } from './rules/duration.ts';
import { earlyDate } from './rules/early-date.ts';
import { era, eraRangeStart } from './rules/era.ts';
import { explicitDate } from './rules/explicit-date.ts';
import { sameQuarter } from './rules/finance/same-quarter.ts';
import { theQuarter } from './rules/finance/the-quarter.ts';
import { lastYearCompared, yearAgo } from './rules/finance/year-ago.ts';
import { fractionDuration } from './rules/fraction-duration.ts';
import { holiday } from './rules/holiday.ts';
import { month } from './rules/month.ts';
import { namedAttack } from './rules/named-attack.ts';
import { namedClock } from './rules/named-clock.ts';
import { orNext } from './rules/or-next.ts';
import { quarter } from './rules/quarter.ts';
import { relativeDay } from './rules/relative-day.ts';
import { relativePeriod } from './rules/relative-period.ts';
import { rollingPeriod } from './rules/rolling-period.ts';
import { samePartOfDay, sameTime } from './rules/same-time.ts';
import { season } from './rules/season.ts';
import { set } from './rules/set.ts';
import { beforeLast, shift, uncountedShift } from './rules/shift.ts';
import { shiftFromDate } from './rules/shift-from-date.ts';
import { spokenYear } from './rules/spoken-year.ts';
import {
  durationAdjective,
  durationAmount,
  durationBare,
  durationOfYear,
  durationRecent,
} from './rules/uncounted-duration.ts';
import { unitOfPeriod } from './rules/unit-of-period.ts';
import { vagueReference } from './rules/vague-reference.ts';
import { weekday } from './rules/weekday.ts';
import { weekdayBesideDay } from './rules/weekday-beside-day.ts';
import { weekdayOfWeek, weekdayShifts } from './rules/weekday-shift.ts';
import { weekend } from './rules/weekend.ts';
import { monthOfShortYear, year, yearRangeEnd, yearThenMonth } from './rules/year.ts';

/** All families. Their order decides between readings of the same length. A new family is added here and nowhere else. */
export const FAMILIES: readonly Family[] = [
  namedAttack,
  earlyDate,
  explicitDate,
  dayList,
  dayOfMonth,
  namedClock,
  weekday,
  ...weekdayShifts,
  weekdayOfWeek,
  relativeDay,
  samePartOfDay,
  month,
  quarter,
  theQuarter,
  season,
  rollingPeriod,
  lastYearCompared,
  relativePeriod,
  orNext,
  sameQuarter,
  weekend,
  bareUnit,
  yearEnd,
  shift,
  yearAgo,
  ahead,
  clockShift,
  uncountedShift,
  beforeLast,
  holiday,
  era,
  eraRangeStart,
  year,
  yearRangeEnd,
  yearThenMonth,
  monthOfShortYear,
  spokenYear,
  decade,
  century,
  set,
  compoundDuration,
  fractionDuration,
  duration,
  durationAdjective,
  durationRecent,
  durationOfYear,
  durationBare,
  durationAmount,
  sameTime,
  vagueReference,
];

/** Words that make a longer expression of the one behind them, in the order in which they are tried. */
export const PREFIXES: readonly Prefix[] = [unitOfPeriod, weekdayBesideDay, shiftFromDate];

/** The reasons of all families by rule name: `weekday/last` → "last" means the latest one before the anchor. */
export const REASONS: ReadonlyMap<string, string> = new Map(
  [...FAMILIES, ...PREFIXES].flatMap(({ reasons }) => Object.entries(reasons)),
);
