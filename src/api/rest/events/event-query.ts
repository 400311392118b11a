import Type, { type Static, type TObject, type TProperties } from 'typebox';
import type { EventOrder } from '../../../domain/query/timeline-query.ts';
import {
  FILTER_FIELDS,
  type FilterFieldName,
  type FilterInput,
} from '../../../timeline/filter/filter-fields.ts';
import { readFilter } from '../../../timeline/filter/read-filter.ts';
import type { EventQuery } from '../../../timeline/timeline.ts';
import { type PageQuery, pageArgumentsOf } from '../paging/page-query.ts';
import { wordOf } from '../schemas/schema-parts.ts';
import { filterProperties } from './filter-schema.ts';

const ORDERS = {
  date: 'DATE',
  '-date': 'DATE_DESC',
  recorded: 'RECORDED',
  relevance: 'RELEVANCE',
} as const satisfies Record<string, EventOrder>;

/** For every resource that answers with events. */
export const AsOfSchema = Type.Optional(
  Type.String({ format: 'date', description: FILTER_FIELDS.asOf.description }),
);

const orderProperty = Type.Optional(
  wordOf(
    ['date', '-date', 'recorded', 'relevance'],
    'By date (default), the other way round, in the order in which events were first recorded, or best match of `text` first: one page, of the best.',
  ),
);

/** The parameters that choose events, without some. A repeated one means "any of", different ones "and". */
export const filterQuery = <Properties extends TProperties>(
  properties: Properties,
  without: readonly FilterFieldName[] = [],
) => {
  const left = Object.entries(filterProperties).filter(([name]) => !without.some((each) => each === name));
  return Type.Unsafe<FilterInput & Static<TObject<Properties>>>(
    Type.Object({ ...Object.fromEntries(left), ...properties }, { additionalProperties: false }),
  );
};

/** Those and the one that orders them. */
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
