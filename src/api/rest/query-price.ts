import { FILTER_FIELDS } from '../../timeline/filter/filter-fields.ts';
import { filterPrice } from '../../timeline/filter/filter-price.ts';
import type { QueryProperties } from './schemas/query-shape.ts';

/** The price of a request, as GraphQL counts it: the entries of its page and the price of its filter. */
export function queryPrice(query: Readonly<Record<string, unknown>>, { limit }: QueryProperties): number {
  const filter = Object.entries(query).filter(([name]) => Object.hasOwn(FILTER_FIELDS, name));
  const size = query['limit'] ?? limit?.default;
  return filterPrice(Object.fromEntries(filter)) + (typeof size === 'number' ? size : 0);
}
