import type { DateRange } from '../../domain/query/timeline-query.ts';
import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import { OPEN_START_DAY } from '../../domain/time/event-date.ts';
import type { Clause } from './clause.ts';
import type { Subject } from './subject.ts';

/** The condition of a range within a part of a filter. No index is searched by it. */
export function matchesRange(range: DateRange, subject: Subject): readonly Clause[] {
  if (range.match === 'STARTS') return startsIn(range, subject);
  if (range.match === 'WITHIN') return liesIn(range, subject);
  const { alias } = subject;
  return [...from(`${alias}.latest_day`, range.from), ...through(`${alias}.earliest_day`, range.to)];
}

const from = (column: string, date: CalendarDate | null): readonly Clause[] =>
  date === null ? [] : [{ sql: `${column} >= ?`, values: [toDayNumber(date)] }];

/** Inclusive of the day, spelled as the half-open end before the next one. */
const through = (column: string, date: CalendarDate | null): readonly Clause[] =>
  date === null ? [] : [{ sql: `${column} < ?`, values: [toDayNumber(date) + 1] }];

/** The first possible day lies in the range; an event with an open start has none. */
export function startsIn({ from: first, to }: DateRange, { alias }: Subject): readonly Clause[] {
  const column = `${alias}.earliest_day`;
  const begins: Clause = { sql: `${column} > ?`, values: [OPEN_START_DAY] };
  return [...(first === null ? [begins] : from(column, first)), ...through(column, to)];
}

/**
 * The event surely lies in the range, which the day of a report does not show. It then begins by the last day, too, where
 * the index by date can stop.
 */
export const liesIn = (range: DateRange, subject: Subject): readonly Clause[] => [
  ...beginsIn(range, subject),
  ...through(`${subject.alias}.latest_day`, range.to),
  { sql: `${subject.alias}.reported = 0`, values: [] },
];

/** The event could lie in the range and cannot have begun before it. */
export const beginsIn = (range: DateRange, { alias }: Subject): readonly Clause[] => [
  ...from(`${alias}.earliest_day`, range.from),
  ...through(`${alias}.earliest_day`, range.to),
];

/** The event began before the day and can have reached it. `s` is a row of `event_spans`. */
export function reaches(date: CalendarDate, { alias }: Subject): readonly Clause[] {
  const day = toDayNumber(date);
  return [
    { sql: `${alias}.span_bits = s.span_bits`, values: [] },
    { sql: `${alias}.earliest_day > ? - s.days`, values: [day] },
    { sql: `${alias}.earliest_day < ?`, values: [day] },
    { sql: `${alias}.latest_day >= ?`, values: [day] },
  ];
}
