import { TimelineError } from '../../domain/errors.ts';
import type { MonthDay } from '../../domain/query/timeline-query.ts';
import { isRealDay } from '../../domain/time/calendar-date.ts';

const LEAP_YEAR = 2000;

/** Reads `12-21`; `BAD_FILTER` for anything else and for days that no year has. 29 February is a day of its own. */
export function requireMonthDay(text: string): MonthDay {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (month === undefined || day === undefined)
    throw new TimelineError('BAD_FILTER', `"${text.slice(0, 80)}" is not a month and a day as MM-DD`);
  return checkedMonthDay({ month: Number(month), day: Number(day) });
}

/** The day of any year, 29 February included; `BAD_FILTER` for days no year has. */
export function checkedMonthDay({ month, day }: MonthDay): MonthDay {
  if (!isRealDay({ year: LEAP_YEAR, month, day }))
    throw new TimelineError('BAD_FILTER', `month ${month} has no day ${day}`, { details: { month, day } });
  return { month, day };
}
