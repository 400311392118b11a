/**
 * A unit counted inside a longer period. On 2021-12-21: "the first Sunday of September" 2021-09-05 · "last Friday of this month"
 * 2021-12-31 · "the first day of October" 2021-10-01 · "the 1st of last month" 2021-11-01 · "second week of January" 2022-W02 ·
 * "the second month of 2021" 2021-02 · "the third decade of the 19th century" 182.
 * A half, a third or a quarter is a part of the period: "the second half of the 19th century" 18 (END), 1850 to 1899.
 */
import type { DayNumber } from '../../domain/time/calendar-date.ts';
import { weekdayNumberOf } from '../../domain/time/calendar-names.ts';
import {
  boundsOf,
  dayPeriod,
  isLonger,
  type Period,
  type PeriodBounds,
  type PeriodUnit,
  periodOf,
} from '../../domain/time/period.ts';
import type { TimexMod } from '../../domain/time/timex.ts';
import type { InnerReading, Prefix, Reading } from '../rule.ts';
import { ORDINAL, ordinalOf } from '../values/ordinals.ts';
import { GAP, WEEKDAY } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'unit-of-period/counted': 'it is counted inside the period that the words name',
  'unit-of-period/part': 'it is a part of the period that the words name',
};

/** The n-th unit of a period. In "the 1st of last month" the unit is a day. */
export const unitOfPeriod: Prefix = {
  reasons: REASONS,
  pattern: new RegExp(
    String.raw`\b(?:the${GAP})?(?:(?<ordinal>${ORDINAL})[\s-]+(?<unit>day|week|weekend|month|quarter|half|third|year|decade|${WEEKDAY})${GAP}(?:of|in)|(?<latter>latter|former)${GAP}half${GAP}of|(?<day>\d{1,2}(?:st|nd|rd|th))${GAP}of)${GAP}(?:the${GAP})?$`,
    'i',
  ),
  read: ({ ordinal = '', unit = 'half', latter, day }, { reading }) => {
    if (reading.time !== undefined || reading.part !== undefined) return null;
    if (day !== undefined) return counted(reading, ordinalOf(day), 'DAY', 'MONTH');
    const number = latter === undefined ? ordinalOf(ordinal) : /^l/i.test(latter) ? 2 : 1;
    const name = unit.toLowerCase();
    const parts = PARTS[name];
    if (name === 'week' && isEdgeOfMonth(number, reading.period)) return null;
    if (parts !== undefined) return partOf(reading, number, parts);
    return /day$/.test(name) && name !== 'day'
      ? weekdayIn(reading, number, weekdayNumberOf(unit))
      : counted(reading, number, name.toUpperCase() as PeriodUnit);
  },
};

/** The first and the last week of a month are its beginning and its end, wherever its weeks begin. */
const isEdgeOfMonth = (number: number, { unit }: Period): boolean =>
  unit === 'MONTH' && Math.abs(number) === 1;

const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4 };

type Inner = InnerReading['reading'];

const readingOf = (inner: Inner, period: Period): Reading => ({
  kind: 'period',
  period,
  rule: 'unit-of-period/counted',
  direction: inner.direction,
  reference: inner.reference,
  confidence: inner.confidence * 0.95,
});

/** The number-th place from the beginning, or from the end for a negative number; null where there are not so many. */
function placeAmong(number: number, first: number, last: number): number | null {
  const place = number < 0 ? last + number + 1 : first + number - 1;
  return number !== 0 && place >= first && place <= last ? place : null;
}

function counted(inner: Inner, number: number, unit: PeriodUnit, only?: PeriodUnit): Reading | null {
  const { period } = inner;
  if (!isLonger(period.unit, unit) || (only !== undefined && period.unit !== only)) return null;
  const { first, last } = boundsOf(period);
  const index = placeAmong(number, firstOf(unit, first), lastOf(unit, last));
  return index === null ? null : readingOf(inner, { unit, index });
}

/** Weeks and weekends belong to the period in which their Thursday or Saturday lies, as ISO 8601 has it for years. */
const MIDDLE: Partial<Record<PeriodUnit, number>> = { WEEK: 3, WEEKEND: 5 };

const firstOf = (unit: PeriodUnit, day: DayNumber): number => {
  const { index } = periodOf(unit, day);
  const middle = MIDDLE[unit];
  return middle === undefined || boundsOf({ unit: 'WEEK', index }).first + middle >= day ? index : index + 1;
};

const lastOf = (unit: PeriodUnit, day: DayNumber): number => {
  const { index } = periodOf(unit, day);
  const middle = MIDDLE[unit];
  return middle === undefined || boundsOf({ unit: 'WEEK', index }).first + middle <= day ? index : index - 1;
};

function weekdayIn(inner: Inner, number: number, weekday: number): Reading | null {
  const { first, last } = boundsOf(inner.period);
  if (inner.period.unit === 'DAY') return null;
  /** Weeks are counted from Monday, weekday 1. */
  const [before, after] = [first - weekday + 1, last - weekday + 1];
  const week = placeAmong(number, periodOf('WEEK', before + 6).index, periodOf('WEEK', after).index);
  return week === null
    ? null
    : readingOf(inner, dayPeriod(boundsOf({ unit: 'WEEK', index: week }).first + weekday - 1));
}

/** Halves and quarters of a year have names of their own. Parts of other periods are bounds inside them. */
function partOf(inner: Inner, number: number, parts: number): Reading | null {
  const { period } = inner;
  const place = placeAmong(number, 0, parts - 1);
  if (place === null) return null;
  if (period.unit === 'YEAR' && parts !== 3)
    return readingOf(inner, { unit: parts === 2 ? 'HALF' : 'QUARTER', index: period.index * parts + place });
  const bounds = partBounds(period, place, parts);
  if (bounds === null) return null;
  return {
    ...inner,
    part: bounds,
    ...modOf(place, parts),
    rule: 'unit-of-period/part',
    confidence: inner.confidence * 0.95,
  };
}

const modOf = (place: number, parts: number): { readonly mod?: TimexMod } =>
  place === 0 ? { mod: 'START' } : place === parts - 1 ? { mod: 'END' } : parts === 3 ? { mod: 'MID' } : {};

/** The finer unit in which a part is counted, and how many of it make the period. */
const COUNTED_IN: Partial<Record<PeriodUnit, readonly [unit: PeriodUnit, count: number]>> = {
  YEAR: ['MONTH', 12],
  DECADE: ['YEAR', 10],
  CENTURY: ['YEAR', 100],
};

function partBounds(period: Period, place: number, parts: number): PeriodBounds | null {
  const { first, last } = boundsOf(period);
  if (period.unit === 'DAY' || period.unit === 'WEEK' || period.unit === 'WEEKEND') return null;
  const [unit, count] = COUNTED_IN[period.unit] ?? ['DAY', last - first + 1];
  const begin = periodOf(unit, first).index;
  const at = (index: number): Period => ({ unit, index: begin + index });
  return {
    first: boundsOf(at(Math.floor((count * place) / parts))).first,
    last: boundsOf(at(Math.floor((count * (place + 1)) / parts) - 1)).last,
  };
}
