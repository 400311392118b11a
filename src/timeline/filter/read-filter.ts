import { TimelineError } from '../../domain/errors.ts';
import { articleId } from '../../domain/event/ids.ts';
import type { DateRange, EventFilter, MonthDayMatch } from '../../domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../domain/time/calendar-date.ts';
import { requireEdtfBounds } from '../../domain/time/read-edtf.ts';
import { requireMonthDay } from './event-filter.ts';
import type { FilterFieldName, FilterInput } from './filter-fields.ts';

/**
 * A client's filter in domain terms. Throws `BAD_DATE` for a text that is no date, and `BAD_FILTER` for fields that contradict
 * each other. Each error names its field.
 */
export function readFilter(input: FilterInput): EventFilter {
  const { actor, actorAll, actorNone, place, type, subject, source, article, precision, role, modality } =
    input;
  const { minConfidence, minSources, text, asOf } = input;
  const range = rangeOf(input);
  const monthDay = monthDayOf(input);
  return {
    ...(range && { range }),
    ...(monthDay && { monthDay }),
    ...(actor && { actors: actor }),
    ...(actorAll && { allActors: actorAll }),
    ...(actorNone && { noActors: actorNone }),
    ...(place && { places: place }),
    ...(type && { types: type }),
    ...(subject && { subjects: subject }),
    ...(source && { sources: source }),
    ...(article && { articles: article.map(articleId) }),
    ...(precision && { precisions: precision }),
    ...(role && { roles: role }),
    ...(modality && { modalities: modality }),
    ...(minConfidence != null && { minConfidence }),
    ...(minSources != null && { minSources }),
    ...(text != null && { text }),
    ...(asOf != null && { asOf: ofField('asOf', () => requireCalendarDate(asOf)) }),
  };
}

function rangeOf({ from, to, date, match }: FilterInput): DateRange | undefined {
  if (date != null) {
    if (from != null || to != null)
      throw contradiction('date', 'date is a range of its own: give it, or from and to, not both');
    const { earliest, latest } = ofField('date', () => requireEdtfBounds(date));
    return { from: earliest, to: latest, match: match ?? 'OVERLAPS' };
  }
  if (from == null && to == null) {
    if (match == null) return undefined;
    throw contradiction('match', 'match says what it takes to be in a range: give from, to or date with it');
  }
  return {
    from: from == null ? null : ofField('from', () => requireCalendarDate(from)),
    to: to == null ? null : ofField('to', () => requireCalendarDate(to)),
    match: match ?? 'OVERLAPS',
  };
}

function monthDayOf({ onThisDate, include }: FilterInput): MonthDayMatch | undefined {
  if (onThisDate != null) {
    const monthDay = ofField('onThisDate', () => requireMonthDay(onThisDate));
    return { ...monthDay, ...(include === 'POSSIBLE' && { include }) };
  }
  if (include == null) return undefined;
  throw contradiction('include', 'include says which events are on a day: give onThisDate with it');
}

/** Reads the value of a field; a refusal carries the field's name. */
function ofField<Value>(field: FilterFieldName, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TimelineError)) throw error;
    throw new TimelineError(error.code, `${field}: ${error.message}`, {
      cause: error,
      details: { ...error.details, field },
    });
  }
}

const contradiction = (field: FilterFieldName, message: string): TimelineError =>
  new TimelineError('BAD_FILTER', message, { details: { field } });
