import Type, { type Static } from 'typebox';
import { requireCalendarDate } from '../../domain/calendar-date.ts';
import { PRECISIONS } from '../../domain/event-date.ts';
import { EVENT_TYPES } from '../../domain/event-type.ts';
import { articleId } from '../../domain/ids.ts';
import { MODALITIES } from '../../domain/mention.ts';
import { type EventFilter, type EventOrder, RANGE_MATCHES } from '../../domain/timeline-query.ts';
import { MAX_FILTER_TEXT, MAX_FILTER_VALUES } from '../../timeline/event-filter.ts';
import type { EventQuery } from '../../timeline/timeline.ts';
import { type PageQuery, pageArgumentsOf } from './page-query.ts';
import { wordOf } from './schema-parts.ts';

const ORDERS = { date: 'DATE', '-date': 'DATE_DESC', recorded: 'RECORDED' } as const satisfies Record<
  string,
  EventOrder
>;

const day = (description: string) => Type.Optional(Type.String({ format: 'date', description }));

const anyOf = <Word extends string>(words: readonly Word[], description: string) =>
  Type.Optional(Type.Array(wordOf(words), { maxItems: MAX_FILTER_VALUES, description }));

const anyName = (description: string) =>
  Type.Optional(
    Type.Array(Type.String({ maxLength: MAX_FILTER_TEXT }), { maxItems: MAX_FILTER_VALUES, description }),
  );

/** For every resource that answers with events. */
export const AsOfSchema = day(
  'What was known from articles published by this day: dates may be wider, later events are left out.',
);

/** The parameters that choose and order events. A repeated one means "any of", different ones "and". */
export const selectionProperties = {
  from: day('First day of the range, inclusive.'),
  to: day('Last day of the range, inclusive.'),
  match: Type.Optional(
    wordOf(
      RANGE_MATCHES,
      'OVERLAPS (default): the event could lie in the range. WITHIN: it surely does. STARTS: its first possible day does.',
    ),
  ),
  actor: anyName('Id, name or alias of an actor who takes part, in any case. May be repeated.'),
  place: anyName('Id or name of a place, in any case. May be repeated.'),
  type: anyOf(EVENT_TYPES, 'PLOVER event type, or STATEMENT or OTHER. May be repeated.'),
  precision: anyOf(PRECISIONS, 'How finely the date is known. May be repeated.'),
  modality: anyOf(MODALITIES, 'PLANNED, REPORTED or ASSERTED. May be repeated.'),
  article: Type.Optional(
    Type.Array(Type.String({ pattern: '^art_[0-9a-z_-]{1,80}$' }), {
      maxItems: MAX_FILTER_VALUES,
      description: 'Id of an article that tells of the event. May be repeated.',
    }),
  ),
  q: Type.Optional(
    Type.String({
      maxLength: MAX_FILTER_TEXT,
      description: 'Words that all occur in the title or in a quote.',
    }),
  ),
  asOf: AsOfSchema,
  order: Type.Optional(
    wordOf(
      ['date', '-date', 'recorded'],
      'By date (default), the other way round, or in the order in which events were first recorded.',
    ),
  ),
};

const SelectionSchema = Type.Object(selectionProperties);

export type Selection = Static<typeof SelectionSchema>;

/** The use case's query for a checked query string; `BAD_DATE` for a day that no calendar has. */
export function eventQueryOf(query: Selection & PageQuery): EventQuery {
  return { filter: eventFilterOf(query), order: ORDERS[query.order ?? 'date'], ...pageArgumentsOf(query) };
}

/** The filter alone, for resources that have an order of their own. */
export function eventFilterOf(query: Selection): EventFilter {
  const { from, to, match = 'OVERLAPS', actor, place, type, precision, modality, article, q, asOf } = query;
  return {
    range: { from: dayOrNull(from), to: dayOrNull(to), match },
    ...(actor === undefined ? {} : { actors: actor }),
    ...(place === undefined ? {} : { places: place }),
    ...(type === undefined ? {} : { types: type }),
    ...(precision === undefined ? {} : { precisions: precision }),
    ...(modality === undefined ? {} : { modalities: modality }),
    ...(article === undefined ? {} : { articles: article.map(articleId) }),
    ...(q === undefined ? {} : { text: q }),
    ...(asOf === undefined ? {} : { asOf: requireCalendarDate(asOf) }),
  };
}

const dayOrNull = (text: string | undefined) => (text === undefined ? null : requireCalendarDate(text));
