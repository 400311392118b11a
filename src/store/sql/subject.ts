import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import type { Clause } from './clause.ts';

/** What a condition is about: the events as they are now, or the editions that they had before. */
export interface Subject {
  /** The alias of its table in the statement. */
  readonly alias: 'e' | 'n';
  readonly kind: 'event' | 'edition';
}

export const EVENT: Subject = { alias: 'e', kind: 'event' };
export const EDITION: Subject = { alias: 'n', kind: 'edition' };

/** What is stored of it is what was known on that day. */
export const isSettled = (asOf: CalendarDate): Clause => ({
  sql: 'e.settled_day < ?',
  values: [toDayNumber(asOf) + 1],
});

/** What was known on that day is this edition. */
export function wasTold(asOf: CalendarDate): readonly Clause[] {
  const day = toDayNumber(asOf);
  return [
    { sql: 'n.from_day < ?', values: [day + 1] },
    { sql: 'n.until_day > ?', values: [day] },
  ];
}
