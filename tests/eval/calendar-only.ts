import type { Span } from '../../src/domain/event/mention.ts';
import type { Annotation } from './read-gold.ts';
import type { Answer } from './score.ts';

/** A year, a decade or a century, a part of a year, a recurring one, or a year before our era. */
const ON_CALENDAR = /^(?:\d{2,4}(?!\d)|XXXX-|BC)/;

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

const isOnCalendar = ({ type, value }: Annotation): boolean =>
  (type === 'DATE' || type === 'TIME') && ON_CALENDAR.test(value ?? '');

/**
 * An answer cut down to what gold of calendar dates alone can judge. Gold keeps the annotations with a value. Predictions
 * keep what the calendar has ("June 2020", not "recently" or "two weeks"), except where they touch only gold without a value.
 */
export function calendarOnly({ id, gold, predicted }: Answer): Answer {
  const valued = gold.filter(({ value }) => value !== null);
  const unvalued = gold.filter(({ value }) => value === null);
  const touches = (one: Span, others: readonly Annotation[]) => others.some((other) => overlap(one, other));
  return {
    id,
    gold: valued,
    predicted: predicted.filter(
      (one) => isOnCalendar(one) && (touches(one, valued) || !touches(one, unvalued)),
    ),
  };
}
