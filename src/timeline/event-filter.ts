import { isRealDay } from '../domain/calendar-date.ts';
import { type ErrorDetails, TimelineError } from '../domain/errors.ts';
import type { DateRange, EventFilter, MonthDay } from '../domain/timeline-query.ts';

/** More than this in one filter is a mistake or an attack. */
export const MAX_FILTER_VALUES = 100;
/** In UTF-16 code units, for the search text and for every name in a list. */
export const MAX_FILTER_TEXT = 500;

const LEAP_YEAR = 2000;

/**
 * The filter with its fields in one order, its lists sorted and free of repetitions, and what filters nothing left
 * out, so that two filters that mean the same share their cursors. Throws `BAD_FILTER` for what can never match.
 */
export function normalizeFilter(filter: EventFilter): EventFilter {
  const { range, actors, places, types, precisions, modalities, articles, text, monthDay, asOf } = filter;
  return {
    ...(range !== undefined && (range.from ?? range.to) !== null && { range: checkedRange(range) }),
    ...(isGiven(actors) && { actors: checkedList('actors', actors) }),
    ...(isGiven(places) && { places: checkedList('places', places) }),
    ...(isGiven(types) && { types: checkedList('types', types) }),
    ...(isGiven(precisions) && { precisions: checkedList('precisions', precisions) }),
    ...(isGiven(modalities) && { modalities: checkedList('modalities', modalities) }),
    ...(isGiven(articles) && { articles: checkedList('articles', articles) }),
    ...(text !== undefined && text.trim() !== '' && { text: checkedText('text', text.trim()) }),
    ...(monthDay !== undefined && { monthDay: checkedMonthDay(monthDay) }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** The day of any year, 29 February included; `BAD_FILTER` for days no year has. */
function checkedMonthDay({ month, day }: MonthDay): MonthDay {
  if (!isRealDay({ year: LEAP_YEAR, month, day }))
    throw refusal(`month ${month} has no day ${day}`, { month, day });
  return { month, day };
}

function checkedRange({ from, to, match }: DateRange): DateRange {
  if (from !== null && to !== null && from > to)
    throw refusal(`the range begins on ${from}, after its end on ${to}`, { from, to });
  return { from, to, match };
}

const isGiven = <Value>(values: readonly Value[] | undefined): values is readonly Value[] =>
  values !== undefined && values.length > 0;

function checkedList<Value extends string>(name: string, values: readonly Value[]): readonly Value[] {
  if (values.length > MAX_FILTER_VALUES)
    throw refusal(`${name} has ${values.length} values, more than ${MAX_FILTER_VALUES}`, { field: name });
  return [...new Set(values.map((value) => checkedText(name, value)))].sort();
}

function checkedText<Text extends string>(name: string, text: Text): Text {
  if (text.trim() === '') throw refusal(`a value of ${name} is empty`, { field: name });
  if (text.length > MAX_FILTER_TEXT)
    throw refusal(`a value of ${name} is longer than ${MAX_FILTER_TEXT} characters`, { field: name });
  return text;
}

const refusal = (message: string, details: ErrorDetails): TimelineError =>
  new TimelineError('BAD_FILTER', message, { details });
