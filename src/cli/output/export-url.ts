import type { EventOrder } from '../../domain/query/timeline-query.ts';
import type { Facet } from '../../formats/event/facets.ts';
import { FILTER_FIELDS } from '../../timeline/filter/filter-fields.ts';
import type { FilterOptions } from '../options/filter-options.ts';

const ORDERS: Record<EventOrder, string | undefined> = {
  DATE: undefined,
  DATE_DESC: '-date',
  RECORDED: 'recorded',
  RELEVANCE: 'relevance',
};

/** Where REST has the same export, so that a selection is named alike wherever it was written. */
export function exportUrl(
  origin: string,
  options: FilterOptions & { readonly format: string; readonly limit?: number; readonly group?: Facet },
): string {
  const { format, limit, group, order, ...filter } = options;
  const chosen = Object.entries(filter).filter(([name]) => Object.hasOwn(FILTER_FIELDS, name));
  const query = new URLSearchParams();
  for (const [name, value] of [
    ...chosen,
    ['limit', limit],
    ['group', group],
    ['order', ORDERS[order]],
  ] as const)
    for (const single of [value ?? []].flat()) query.append(name, String(single));
  query.sort();
  const search = query.toString();
  return `${origin}/v1/events.${format}${search === '' ? '' : `?${search}`}`;
}
