import { type DayNumber, yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { displayPeriod } from '../../domain/time/display.ts';
import { eventDateBetween, eventDateOf, openEnded, withMark } from '../../domain/time/edtf.ts';
import type { DateRole, EventDate } from '../../domain/time/event-date.ts';
import {
  boundsOf,
  dayPeriod,
  monthPeriod,
  type Period,
  type PeriodBounds,
  type PeriodUnit,
  yearPeriod,
} from '../../domain/time/period.ts';
import type { TimexMod } from '../../domain/time/timex.ts';
import type { PeriodReading } from '../rule.ts';
import type { Modifier } from './modifiers.ts';

type Part = 'START' | 'MID' | 'END';

/** Days 1–10, 11–20, 21–end of a month. */
const MONTH_THIRDS: Record<Part, readonly [number, number]> = {
  START: [1, 10],
  MID: [11, 20],
  END: [21, 31],
};
/** Months 1–3, 4–9, 10–12 of a year. */
const YEAR_THIRDS: Record<Part, readonly [number, number]> = { START: [1, 3], MID: [4, 9], END: [10, 12] };
/** Years 0–3, 4–6, 7–9 of a decade. */
const DECADE_THIRDS: Record<Part, readonly [number, number]> = { START: [0, 3], MID: [4, 6], END: [7, 9] };

const isPart = (mod: TimexMod | null): mod is Part => mod === 'START' || mod === 'MID' || mod === 'END';
const PART_WORDS: Record<Part, string> = { START: 'early', MID: 'mid', END: 'late' };

/**
 * The event date of a period with its modifier and the role of its preposition: "until early May". Null outside the years
 * of a `CalendarDate`.
 */
export function dateOfReading(
  period: Period,
  modifier: Pick<Modifier, 'mod' | 'side'> | null,
  role: DateRole | null,
  anchor: DayNumber,
): EventDate | null {
  if (role !== 'BEFORE' && role !== 'AFTER') return closedDate(period, modifier, role, anchor);
  const date = closedDate(period, modifier, null, anchor);
  return date === null ? null : openEnded(date, role);
}

function closedDate(
  period: Period,
  modifier: Pick<Modifier, 'mod' | 'side'> | null,
  role: DateRole | null,
  anchor: DayNumber,
): EventDate | null {
  const mod = modifier?.mod ?? null;
  const sided = modifier?.side == null ? null : besideAnchor(period, modifier.side, anchor);
  if (sided !== null) return sided;
  if (isPart(mod)) return partOf(period, mod, role ?? 'WITHIN') ?? eventDateOf(period, role ?? undefined);
  const date = eventDateOf(period, role ?? undefined);
  return mod !== 'APPROX' || date === null ? date : withMark(date, '~');
}

/** A part of a period, as the words or their preposition have it: "the second half of the 19th century". */
export function dateOfPart(
  period: Period,
  { first, last }: PeriodBounds,
  role: DateRole | null,
): EventDate | null {
  const precision = period.unit === 'MONTH' ? 'MONTH_PART' : period.unit === 'YEAR' ? 'YEAR_PART' : 'RANGE';
  const isOpen = role === 'BEFORE' || role === 'AFTER';
  const date = eventDateBetween(first, last, isOpen || role === null ? 'WITHIN' : role, precision);
  return isOpen && date !== null ? openEnded(date, role) : date;
}

/** The days to count in. Counts of years are too rough for days: "more than a century ago". */
const IN_DAYS = new Set<PeriodUnit>(['DAY', 'WEEK', 'WEEKEND', 'MONTH', 'QUARTER']);

/**
 * The date of a shift with a limit: "more than two weeks ago" has the last day that can be meant, "less than two weeks ago" the
 * first. Null for a modifier that sets no limit.
 */
export function limitedDate(
  period: Period,
  { from, to }: NonNullable<PeriodReading['counted']>,
  mod: TimexMod,
): EventDate | null {
  const isPast = to < from;
  const isFar = isPast ? /BEFORE$/.test(mod) : /AFTER$/.test(mod);
  if (isFar) {
    const limit = eventDateOf(IN_DAYS.has(period.unit) ? dayPeriod(to) : period);
    return limit && openEnded(limit, isPast ? 'BEFORE' : 'AFTER');
  }
  const isNear = /(?:BEFORE|AFTER)$/.test(mod);
  return isNear ? eventDateBetween(Math.min(from, to), Math.max(from, to), 'WITHIN') : null;
}

/** "earlier this month" ends on the day before the anchor, "later this month" begins on the day after it. */
function besideAnchor(period: Period, side: 'EARLIER' | 'LATER', anchor: DayNumber): EventDate | null {
  const { first, last } = boundsOf(period);
  if (anchor < first || anchor > last) return null;
  const [from, to] = side === 'EARLIER' ? [first, anchor - 1] : [anchor + 1, last];
  if (from > to) return null;
  const precision = period.unit === 'MONTH' ? 'MONTH_PART' : period.unit === 'YEAR' ? 'YEAR_PART' : 'RANGE';
  return eventDateBetween(from, to, 'WITHIN', precision);
}

function partOf(period: Period, part: Part, role: DateRole): EventDate | null {
  const name = `${PART_WORDS[part]}${part === 'MID' ? '-' : ' '}${displayPeriod(period)}`;
  const { first, last } = boundsOf(period);
  const { year } = yearMonthDayOf(first);
  switch (period.unit) {
    case 'MONTH': {
      const [from, to] = MONTH_THIRDS[part];
      return eventDateBetween(first + from - 1, Math.min(first + to - 1, last), role, 'MONTH_PART', name);
    }
    case 'YEAR': {
      const [from, to] = YEAR_THIRDS[part];
      const bounds = [boundsOf(monthPeriod(year, from)).first, boundsOf(monthPeriod(year, to)).last] as const;
      return eventDateBetween(...bounds, role, 'YEAR_PART', name);
    }
    case 'DECADE': {
      const [from, to] = DECADE_THIRDS[part];
      const bounds = [boundsOf(yearPeriod(year + from)).first, boundsOf(yearPeriod(year + to)).last] as const;
      return eventDateBetween(...bounds, role, 'RANGE', name);
    }
    default:
      return null;
  }
}
