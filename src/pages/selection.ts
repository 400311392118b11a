import type { EventOrder } from '../domain/query/timeline-query.ts';
import { urlOf } from '../formats/event/addresses.ts';
import { FILTER_FIELDS, type FilterFieldName, type FilterInput } from '../timeline/filter/filter-fields.ts';
import { type OwnPath, own } from './html.ts';

/** The orders of a list of events, as parameters. */
export const ORDER_LABELS = {
  date: 'oldest first',
  '-date': 'newest first',
  relevance: 'best match first',
  recorded: 'first recorded first',
} as const;

export type OrderName = keyof typeof ORDER_LABELS;

/** The orders of the use cases by their parameters. */
export const ORDERS = {
  date: 'DATE',
  '-date': 'DATE_DESC',
  recorded: 'RECORDED',
  relevance: 'RELEVANCE',
} as const satisfies Record<OrderName, EventOrder>;

/** The parameters in a page's address. They are those of the API. */
export interface Selection extends FilterInput {
  readonly order?: OrderName;
  readonly limit?: number;
  readonly after?: string;
  readonly before?: string;
}

/** Every field of a filter that is given, with each of its values. */
export function filterEntries(
  selection: Selection,
): readonly { readonly name: FilterFieldName; readonly value: string }[] {
  return FIELD_NAMES.flatMap((name) => {
    const given = selection[name];
    return given == null ? [] : [given].flat().map((value) => ({ name, value: String(value) }));
  });
}

const FIELD_NAMES = Object.keys(FILTER_FIELDS).filter(
  (name): name is FilterFieldName => name in FILTER_FIELDS,
);

/** The filter alone, with the order: a changed selection begins at its first page. */
const withoutPage = ({ after: _after, before: _before, ...selection }: Selection): Selection => selection;

/** The path of a selection, perhaps with some parameters changed. Null takes a parameter off. */
export function selectionPath(
  path: string,
  selection: Selection,
  changed: Readonly<Record<string, unknown>> = {},
): OwnPath {
  const all = Object.entries({ ...withoutPage(selection), ...changed });
  return own(urlOf(path, Object.fromEntries(all.filter(([, value]) => value != null && !isEmpty(value)))));
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** The values of a list, with one value put in or taken out. */
export function toggled(selection: Selection, name: FilterFieldName, value: string): readonly string[] {
  const values = [selection[name] ?? []].flat().map(String);
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}

/** The path of a selection without one of its values. */
export function pathWithout(selection: Selection, name: FilterFieldName, value: string): OwnPath {
  const isList = Array.isArray(selection[name]);
  const changed = { [name]: isList ? toggled(selection, name, value) : null };
  // A way to match needs a range, and an inclusion a day.
  const rest = { ...selection, ...changed };
  const orphaned = {
    ...(rest.from == null && rest.to == null && rest.date == null && { match: null }),
    ...(rest.onThisDate == null && { include: null }),
    ...(rest.text == null && rest.order === 'relevance' && { order: null }),
  };
  return selectionPath('/', selection, { ...changed, ...orphaned });
}
