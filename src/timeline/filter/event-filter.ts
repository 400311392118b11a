import { type ErrorDetails, TimelineError } from '../../domain/errors.ts';
import type { DateRange, EventFilter, MonthDay, MonthDayMatch } from '../../domain/query/timeline-query.ts';
import { isRealDay } from '../../domain/time/calendar-date.ts';

/** A longer list in a filter is a mistake or an attack. */
export const MAX_FILTER_VALUES = 100;
/** In UTF-16 code units, for the search text and for every name in a list. */
export const MAX_FILTER_TEXT = 500;
/** Filters within filters, the outermost included. */
const MAX_FILTER_DEPTH = 3;
/** Filters under one `and` or `or`. */
const MAX_FILTER_PARTS = 10;

/**
 * The filter with its fields in one order, its lists sorted and without repetitions, and without fields that filter nothing.
 * Two filters of the same meaning thereby share their cursors. Throws `BAD_FILTER` for a filter that can never match.
 */
export function normalizeFilter(filter: EventFilter, depth = 1): EventFilter {
  if (depth > MAX_FILTER_DEPTH)
    throw refusal(`filters nest deeper than ${MAX_FILTER_DEPTH}`, { field: 'and, or, not' });
  if (depth > 1 && filter.asOf !== undefined)
    throw refusal('asOf holds for the whole filter, not for a part of it', { field: 'asOf' });
  const { range, monthDay, minConfidence = 0, minSources = 1, text, asOf, not } = filter;
  return {
    ...(range !== undefined && (range.from ?? range.to) !== null && { range: checkedRange(range) }),
    ...listsOf(filter),
    ...(minConfidence !== 0 && { minConfidence: checkedShare('minConfidence', minConfidence) }),
    ...(minSources !== 1 && { minSources: checkedCount('minSources', minSources) }),
    ...(text !== undefined && text.trim() !== '' && { text: checkedText('text', text.trim()) }),
    ...(monthDay !== undefined && { monthDay: checkedMonthDayMatch(monthDay) }),
    ...(asOf !== undefined && { asOf }),
    ...partsOf('and', filter.and, depth),
    ...partsOf('or', filter.or, depth),
    ...(not !== undefined && { not: normalizeFilter(not, depth + 1) }),
  };
}

function listsOf(filter: EventFilter): EventFilter {
  const {
    actors,
    allActors,
    noActors,
    places,
    types,
    subjects,
    precisions,
    roles,
    modalities,
    articles,
    sources,
  } = filter;
  const both = allActors?.find((name) => noActors?.includes(name));
  if (both !== undefined) throw refusal(`actorAll and actorNone both name "${both}"`, { field: 'actorNone' });
  return {
    ...(isGiven(actors) && { actors: checkedList('actor', actors) }),
    ...(isGiven(allActors) && { allActors: checkedList('actorAll', allActors) }),
    ...(isGiven(noActors) && { noActors: checkedList('actorNone', noActors) }),
    ...(isGiven(places) && { places: checkedList('place', places) }),
    ...(isGiven(types) && { types: checkedList('type', types) }),
    ...(isGiven(subjects) && { subjects: checkedList('subject', subjects) }),
    ...(isGiven(precisions) && { precisions: checkedList('precision', precisions) }),
    ...(isGiven(roles) && { roles: checkedList('role', roles) }),
    ...(isGiven(modalities) && { modalities: checkedList('modality', modalities) }),
    ...(isGiven(articles) && { articles: checkedList('article', articles) }),
    ...(isGiven(sources) && { sources: checkedList('source', sources) }),
  };
}

function partsOf(name: 'and' | 'or', parts: readonly EventFilter[] | undefined, depth: number): EventFilter {
  if (!isGiven(parts)) return {};
  if (parts.length > MAX_FILTER_PARTS)
    throw refusal(`${name} joins ${parts.length} filters, more than ${MAX_FILTER_PARTS}`, { field: name });
  return { [name]: parts.map((part) => normalizeFilter(part, depth + 1)) };
}

const checkedMonthDayMatch = ({ include, ...monthDay }: MonthDayMatch): MonthDayMatch => ({
  ...checkedMonthDay(monthDay),
  ...(include === 'POSSIBLE' && { include }),
});

function checkedRange({ from, to, match }: DateRange): DateRange {
  if (from !== null && to !== null && from > to)
    throw refusal(`the range begins on ${from}, after its end on ${to}`, { field: 'from', from, to });
  return { from, to, match };
}

function checkedShare(name: string, share: number): number {
  if (!(share >= 0 && share <= 1)) throw refusal(`${name} is ${share}, not from 0 to 1`, { field: name });
  return share;
}

function checkedCount(name: string, count: number): number {
  if (!Number.isInteger(count) || count < 0)
    throw refusal(`${name} is ${count}, not a whole number from 0`, { field: name });
  return count;
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

const LEAP_YEAR = 2000;

/** Reads `12-21`, also 29 February. `BAD_FILTER` for any other text and for days that no year has. */
export function requireMonthDay(text: string): MonthDay {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (month === undefined || day === undefined)
    throw new TimelineError('BAD_FILTER', `"${text.slice(0, 80)}" is not a month and a day as MM-DD`);
  return checkedMonthDay({ month: Number(month), day: Number(day) });
}

/** Checks a day of any year, 29 February included; `BAD_FILTER` for days that no year has. */
function checkedMonthDay({ month, day }: MonthDay): MonthDay {
  if (!isRealDay({ year: LEAP_YEAR, month, day }))
    throw new TimelineError('BAD_FILTER', `month ${month} has no day ${day}`, { details: { month, day } });
  return { month, day };
}
