import type { TimelineEvent } from '../../domain/event/event.ts';
import { knownOn } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';

/**
 * The days of the first and the last article on an event. An editor's change moves neither, so that no reader takes it for
 * news. Versions differ by their revision.
 */
export function publishedDays({ mentions }: TimelineEvent): {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
} {
  const days = mentions.map(knownOn).toSorted();
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError('an event without mentions');
  return { first, last };
}

/** The first instant of a day in UTC, for formats without days (RFC 3339). */
export const instantOf = (day: CalendarDate): string => `${day}T00:00:00Z`;
