import { type CalendarDate, parseCalendarDate } from '../../../domain/time/calendar-date.ts';

/** What a piece of metadata says of the day of publication; `impossible` is written like a day but none, as 2021-02-30. */
export type PublicationDay =
  | { readonly kind: 'day'; readonly date: CalendarDate }
  | { readonly kind: 'impossible'; readonly day: string }
  | { readonly kind: 'other' };

/** ISO 8601 or RFC 3339: a day, alone or with a time of day and an offset; a blank may stand for the T. */
const ISO_DAY =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ][0-2]\d:[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * `2021-12-21` and `2021-12-21T23:30:00-05:00` → 2021-12-21: the civil day as it is written, never moved to
 * another time zone.
 */
export function readPublicationDay(text: string): PublicationDay {
  const day = ISO_DAY.exec(text.trim())?.groups?.['day'];
  if (day === undefined) return { kind: 'other' };
  const date = parseCalendarDate(day);
  return date === undefined ? { kind: 'impossible', day } : { kind: 'day', date };
}
