import Type, { type Static, type TObject, type TProperties, type TSchema } from 'typebox';
import type { EventOrder } from '../../../domain/query/timeline-query.ts';
import { LONGEST_EDTF } from '../../../domain/time/read-edtf.ts';
import { MAX_FILTER_TEXT, MAX_FILTER_VALUES } from '../../../timeline/filter/event-filter.ts';
import {
  FILTER_FIELDS,
  type FilterField,
  type FilterFieldName,
  type FilterInput,
} from '../../../timeline/filter/filter-fields.ts';
import { readFilter } from '../../../timeline/filter/read-filter.ts';
import type { EventQuery } from '../../../timeline/timeline.ts';
import { type PageQuery, pageArgumentsOf } from '../paging.ts';
import { wordOf } from '../schemas/schema-parts.ts';

const ORDER_NAMES = ['date', '-date', 'recorded', 'relevance'] as const;

const ORDERS = {
  date: 'DATE',
  '-date': 'DATE_DESC',
  recorded: 'RECORDED',
  relevance: 'RELEVANCE',
} as const satisfies Record<(typeof ORDER_NAMES)[number], EventOrder>;

/** For every resource that answers with events. */
export const AsOfSchema = Type.Optional(
  Type.String({ format: 'date', description: FILTER_FIELDS.asOf.description }),
);

const orderProperty = Type.Optional(
  wordOf(
    ORDER_NAMES,
    'By date (default), the other way round, in the order in which events were first recorded, or best match of `text` first: one page, of the best.',
  ),
);

/** The parameters that choose events, except `without`. A repeated parameter means "any of", different parameters mean "and". */
export const filterQuery = <Properties extends TProperties>(
  properties: Properties,
  without: readonly FilterFieldName[] = [],
) => {
  const kept = Object.entries(filterProperties).filter(([name]) => !without.some((each) => each === name));
  return Type.Unsafe<FilterInput & Static<TObject<Properties>>>(
    Type.Object({ ...Object.fromEntries(kept), ...properties }, { additionalProperties: false }),
  );
};

/** The parameters that choose events and order them. */
export const selectionQuery = <Properties extends TProperties>(properties: Properties) =>
  filterQuery({ order: orderProperty, ...properties });

export interface Selection extends FilterInput {
  readonly order?: keyof typeof ORDERS;
}

/** The use case's query for a checked query string; throws as `readFilter` does. */
export const eventQueryOf = (query: Selection & PageQuery): EventQuery => ({
  filter: readFilter(query),
  order: ORDERS[query.order ?? 'date'],
  ...pageArgumentsOf(query),
});

/** How a filter's fields are written in a query string. A list repeats its parameter. */
export const filterProperties: Readonly<Record<string, TSchema>> = Object.fromEntries(
  Object.entries(FILTER_FIELDS).map(([name, field]) => [name, Type.Optional(schemaOf(field))]),
);

function schemaOf(field: FilterField): TSchema {
  const { description } = field;
  const repeatable = { maxItems: MAX_FILTER_VALUES, description: `${description} May be repeated.` };
  switch (field.kind) {
    case 'DAY':
      return Type.String({ format: 'date', description });
    case 'EDTF':
      return Type.String({ maxLength: LONGEST_EDTF, description });
    case 'MONTH_DAY':
      return Type.String({ maxLength: 5, description });
    case 'TEXT':
      return Type.String({ maxLength: MAX_FILTER_TEXT, description });
    case 'SHARE':
      return Type.Number({ minimum: 0, maximum: 1, description });
    case 'COUNT':
      return Type.Integer({ minimum: 0, description });
    case 'NAMES':
      return Type.Array(Type.String({ maxLength: MAX_FILTER_TEXT }), repeatable);
    case 'ARTICLE_IDS':
      return Type.Array(Type.String({ pattern: '^art_[0-9a-z_-]{1,80}$' }), repeatable);
    case 'WORD':
      return wordOf(field.words, description);
    case 'WORDS':
      return Type.Array(wordOf(field.words), repeatable);
  }
}
