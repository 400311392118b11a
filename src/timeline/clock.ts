import { TimelineError } from '../domain/errors.ts';
import { type CalendarDate, requireCalendarDate } from '../domain/time/calendar-date.ts';

/** The day in a time zone, and the time until it ends. */
export interface Clock {
  readonly today: CalendarDate;
  /** Seconds until the next day begins there, at least 1. */
  readonly secondsToMidnight: number;
}

const DAY_SECONDS = 86_400;
/** The length of a day can differ by these seconds where clocks change. */
const CLOCK_CHANGES = [-3600, -1800, 0, 1800, 3600];

/** The day in a zone of the IANA database, such as Europe/Kyiv, at an instant (UTC, ISO 8601); `BAD_FILTER` for other zones. */
export function clockIn(timeZone: string, now: string): Clock {
  const instant = Date.parse(now);
  const wallClock = wallClockOf(timeZone);
  const { today, seconds } = wallClock(instant);
  const left = DAY_SECONDS - seconds;
  const waits = CLOCK_CHANGES.map((change) => left + change).filter((wait) => wait > 0);
  return {
    today,
    secondsToMidnight: waits.find((wait) => wallClock(instant + wait * 1000).today !== today) ?? left,
  };
}

type WallClock = (instant: number) => { readonly today: CalendarDate; readonly seconds: number };

/** UTC needs no look-up in the zone database, which is slow. */
const utcClock: WallClock = (instant) => ({
  today: requireCalendarDate(new Date(instant).toISOString().slice(0, 10)),
  seconds: Math.floor(instant / 1000) % DAY_SECONDS,
});

function wallClockOf(timeZone: string): WallClock {
  if (timeZone === 'UTC') return utcClock;
  const format = formatOf(timeZone);
  return (instant) => {
    const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const number = (type: Intl.DateTimeFormatPartTypes): number => Number(part.get(type));
    const today = requireCalendarDate(`${part.get('year')}-${part.get('month')}-${part.get('day')}`);
    return { today, seconds: number('hour') * 3600 + number('minute') * 60 + number('second') };
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { ...FORMAT, timeZone });
  } catch (error) {
    throw new TimelineError(
      'BAD_FILTER',
      `"${timeZone.slice(0, 80)}" is not a time zone such as UTC or Europe/Kyiv`,
      { cause: error, details: { field: 'tz' } },
    );
  }
}

const FORMAT = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const satisfies Intl.DateTimeFormatOptions;
