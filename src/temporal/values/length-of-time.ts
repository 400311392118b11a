import { type DayNumber, shiftMonths } from '../../domain/time/calendar-date.ts';
import type { PeriodUnit } from '../../domain/time/period.ts';
import { COUNT, numberOf } from './numbers.ts';
import { GAP } from './patterns.ts';

/** A length of time to count by: "three weeks and two days", "two and a half years". */
export interface LengthOfTime {
  /** Whole numbers of units, the longest unit first. */
  readonly counts: readonly { readonly unit: PeriodUnit; readonly count: number }[];
  /** The unit in which a time at the end of the length is named: a day for "three weeks and two days". */
  readonly unit: PeriodUnit;
  readonly isAbout: boolean;
}

const NAMES = 'day|fortnight|week|weekend|month|quarter|year|decade|century|centurie';
const AND_A_HALF = String.raw`(?:${GAP}|-)and(?:${GAP}|-)a(?:${GAP}|-)half`;
/** The groups `count`, `half`, `unit`, `plural`, `tail`, `more` and `finer` for `lengthOf`; `others` are more words that count. */
export const lengthPattern = (others = ''): string =>
  String.raw`(?:(?<count>half${GAP}an?(?!${GAP}dozen)|${COUNT}${others})(?<half>${AND_A_HALF})?[\s-]+(?<unit>${NAMES})(?<plural>s)?(?<tail>${AND_A_HALF})?` +
  String.raw`(?:(?:${GAP}and|,)?${GAP}(?<more>${COUNT})[\s-]+(?<finer>day|week|month)s?)?)`;

/** Keeps a pattern from a length that says how long something went on: "for two weeks". */
export const NOT_LASTING = String.raw`(?<!\b(?:for|within|in|over|during|first|last|next|past|only|lasts?|lasted|lasting|took|takes?|spent|spend)${GAP}(?:the${GAP})?)`;

/** In which unit a name is counted: a decade is about ten years, wherever they begin. */
function countedIn(name: string): readonly [unit: PeriodUnit, factor: number] {
  if (/^fort/i.test(name)) return ['WEEK', 2];
  if (/^decade/i.test(name)) return ['YEAR', 10];
  if (/^centur/i.test(name)) return ['YEAR', 100];
  return [name.toUpperCase() as PeriodUnit, 1];
}

/** Half a unit in a finer unit. Half a year is six months; half a week and half a month are not exact in days. */
const HALVES: Partial<Record<PeriodUnit, LengthOfTime['counts'][number]>> = {
  YEAR: { unit: 'MONTH', count: 6 },
  MONTH: { unit: 'DAY', count: 15 },
  WEEK: { unit: 'DAY', count: 3 },
};

/**
 * The length that the groups of `lengthPattern` name: "the day" is one day. Null for a vague count ("the days") and for parts
 * other than halves.
 */
export function lengthOf(groups: Readonly<Record<string, string | undefined>>): LengthOfTime | null {
  const { half, unit: name = '', plural, tail, more, finer } = groups;
  const count = groups['count']?.replace(/^(?:the|that)$/i, plural === undefined ? 'one' : '') ?? '';
  const [unit, factor] = countedIn(name);
  const isHalf = /^half\s+an?$/i.test(count);
  const number = isHalf ? 0.5 : numberOf(count);
  if (number === undefined) return null;
  const total = (number + (half === undefined && tail === undefined ? 0 : 0.5)) * factor;
  const whole = Math.floor(total);
  const counts = whole === 0 ? [] : [{ unit, count: whole }];
  if (more !== undefined && finer !== undefined) {
    const [last] = countedIn(finer);
    const rest = numberOf(more);
    if (rest === undefined || whole !== total) return null;
    return { counts: [...counts, { unit: last, count: rest }], unit: last, isAbout: false };
  }
  if (whole === total) return { counts, unit, isAbout: factor >= 10 };
  const rest = total - whole === 0.5 ? HALVES[unit] : undefined;
  if (rest === undefined) return null;
  return { counts: [...counts, rest], unit: unit === 'YEAR' ? 'MONTH' : unit, isAbout: true };
}

/** The day that lies a length after a day, or before it for the sign -1. */
export function dayAfter(day: DayNumber, { counts }: LengthOfTime, sign: 1 | -1): DayNumber {
  return counts.reduce((from, { unit, count }) => shifted(from, unit, sign * count), day);
}

const MONTHS_IN: Partial<Record<PeriodUnit, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

function shifted(day: DayNumber, unit: PeriodUnit, count: number): DayNumber {
  const months = MONTHS_IN[unit];
  return months === undefined ? day + count * (unit === 'DAY' ? 1 : 7) : shiftMonths(day, count * months);
}
