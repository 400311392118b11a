import {
  type DayNumber,
  fromDayNumber,
  requireCalendarDate,
  shiftMonths,
  toDayNumber,
  yearMonthDayOf,
} from '../domain/time/calendar-date.ts';
import type { Resolution } from '../domain/time/resolution.ts';

/** The ends of a range, with its first and its last day. */
export interface OrderedEnds {
  readonly from: Resolution;
  readonly to: Resolution;
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** A step from one possible day of an end to the next: a weekday comes again each week, a day without a year each year. */
interface Step {
  /** The whole steps from one day to another, rounded down. */
  between(first: DayNumber, last: DayNumber): number;
  shift(day: DayNumber, count: number): DayNumber;
}

const DAY: Step = { between: (first, last) => last - first, shift: (day, count) => day + count };

const WEEK: Step = {
  between: (first, last) => Math.floor((last - first) / 7),
  shift: (day, count) => day + 7 * count,
};

const YEAR: Step = {
  between: (first, last) => {
    const years = yearMonthDayOf(last).year - yearMonthDayOf(first).year;
    return shiftMonths(first, 12 * years) <= last ? years : years - 1;
  },
  shift: (day, count) => shiftMonths(day, 12 * count),
};

/**
 * The ends of a range in order of time, and as near to each other as they can be. Each end is read alone. Written on a Tuesday,
 * "from Monday to Wednesday" began on the Monday before its Wednesday. A range that begins after the anchor keeps its beginning,
 * any other keeps its end. Null where an end is open or the ends are in the wrong order.
 */
export function inOrder(from: Resolution, to: Resolution, anchor: DayNumber): OrderedEnds | null {
  const [first, last] = [from.date?.earliest, to.date?.latest];
  if (first == null || last == null) return null;
  const ends = { from, to, first: toDayNumber(first), last: toDayNumber(last) };
  if (isPastMidnight(ends)) return { ...ends, to: shifted(to, DAY, 1), last: ends.last + 1 };
  const step = stepOf(from, to);
  const count = step?.between(ends.first, ends.last) ?? 0;
  if (step !== null && count !== 0) return moved(ends, step, count, anchor);
  return ends.first <= ends.last ? ends : null;
}

const CLOCK = /T(\d\d:\d\d)$/;

/** "10 p.m. - 2 a.m." ends on the day after its first day, since the end names an earlier time. */
function isPastMidnight({ from, to, first, last }: OrderedEnds): boolean {
  const [begins, ends] = [from, to].map(({ timex }) => CLOCK.exec(timex.value)?.[1]);
  return first === last && begins !== undefined && ends !== undefined && ends < begins;
}

function moved(ends: OrderedEnds, step: Step, count: number, anchor: DayNumber): OrderedEnds {
  const { from, to, first, last } = ends;
  const keepsFirst = isFree(to) && (!isFree(from) || count > 0 || first > anchor);
  return keepsFirst
    ? { ...ends, to: shifted(to, step, -count), last: lastShifted(to, step, last, -count) }
    : { ...ends, from: shifted(from, step, count), first: step.shift(first, count) };
}

/** The last day of a month stays the last: February ends on the 28th or the 29th. */
const lastShifted = ({ timex }: Resolution, step: Step, last: DayNumber, count: number): DayNumber =>
  timex.value.length === 'YYYY-MM'.length ? step.shift(last + 1, count) - 1 : step.shift(last, count);

const WEEKDAY = /^weekday\/(?:same-or-last|next-by-cue)$/;
const YEARLESS = /^(?:explicit-date\/nearest-year|month\/nearest-year|holiday\/nearest|day-range\/)/;
const MONTH_OR_DAY = /^\d{4}-\d\d/;

const isFree = ({ rule, reference }: Resolution): boolean =>
  WEEKDAY.test(rule) || (YEARLESS.test(rule) && reference.kind !== 'NONE');

/** Two weekdays may be moved by weeks. A month or day may be moved by years, if the other end is no coarser. */
function stepOf(from: Resolution, to: Resolution): Step | null {
  const weekdays = [from, to].filter(({ rule }) => WEEKDAY.test(rule)).length;
  if (weekdays > 0) return weekdays === 2 ? WEEK : null;
  const areFine = MONTH_OR_DAY.test(from.timex.value) && MONTH_OR_DAY.test(to.timex.value);
  return areFine && (isFree(from) || isFree(to)) ? YEAR : null;
}

function shifted(resolution: Resolution, step: Step, count: number): Resolution {
  const value = resolution.timex.value.replace(
    /^(\d{4}-\d\d)(-\d\d)?/,
    (found, month: string, day?: string) =>
      fromDayNumber(step.shift(toDayNumber(requireCalendarDate(`${month}${day ?? '-01'}`)), count)).slice(
        0,
        found.length,
      ),
  );
  return { ...resolution, timex: { ...resolution.timex, value } };
}
