import type { EventFilter, EventOrder, PageRequest } from '../../domain/timeline-query.ts';
import { allOf, type Clause } from './clause.ts';
import { beginsIn, clausesOf, liesIn, reaches, startsIn } from './filter-clauses.ts';
import { type Ordering, stepOf } from './keyset.ts';

const EVENTS = 'events e';
/** The spans come first, so that each of them is one search in events_by_span. */
const EVENTS_BY_SPAN = 'event_spans s CROSS JOIN events e';

const ORDERINGS: Readonly<Record<EventOrder, Ordering>> = {
  DATE: { columns: ['e.earliest_day', 'e.latest_day', 'e.id'], descending: false },
  DATE_DESC: { columns: ['e.earliest_day', 'e.latest_day', 'e.id'], descending: true },
  RECORDED: { columns: ['e.recorded_at', 'e.event_key', 'e.id'], descending: false },
};

const KEY_COLUMNS = ['key_1', 'key_2', 'id'];

/** Spelled as the condition of the indexes that leave hidden events out. */
const VISIBLE: Clause = { sql: 'e.hidden = 0', values: [] };

/** A part of a selection, found by one way of access. The parts of a selection never overlap. */
interface Part {
  readonly source: string;
  readonly where: readonly Clause[];
}

/**
 * What a filter selects. Events that overlap a range either begin in it, and lie side by side in the index by date, or
 * began earlier and reach it: those are found by their length, without reading all that happened before the range.
 */
function partsOf({ range, ...filter }: EventFilter): readonly Part[] {
  const others = clausesOf(filter);
  const part = (where: readonly Clause[], source = EVENTS): Part => ({
    source,
    where: [VISIBLE, ...where, ...others],
  });
  if (range === undefined) return [part([])];
  if (range.match === 'STARTS') return [part(startsIn(range))];
  if (range.match === 'WITHIN') return [part(liesIn(range))];
  const inside = part(beginsIn(range));
  return range.from === null ? [inside] : [part(reaches(range.from), EVENTS_BY_SPAN), inside];
}

/** One statement for a page: rows with `document`, `key_1`, `key_2` and `id`, in walking order. */
export function eventPageStatement(filter: EventFilter, order: EventOrder, page: PageRequest): Clause {
  const ordering = ORDERINGS[order];
  const step = stepOf(ordering, page);
  // The plus keeps a second event_key apart from the one that the order of recording sorts by, which would be sorted again.
  const parts = partsOf(filter).map(({ source, where }): Clause => {
    const { sql, values } = allOf([...where, ...step.beyond]);
    const keys = ordering.columns.map((column, index) => `${column} AS ${KEY_COLUMNS[index]}`).join(', ');
    return {
      sql: `SELECT key_1, key_2, id, event_key FROM (SELECT ${keys}, +e.event_key AS event_key FROM ${source}
        WHERE ${sql} ORDER BY ${step.orderBy(ordering.columns)} ${step.limit.sql})`,
      values: [...values, ...step.limit.values],
    };
  });
  return {
    sql: `SELECT d.document, p.key_1, p.key_2, p.id
      FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) p
      CROSS JOIN event_documents d ON d.event_key = p.event_key
      ORDER BY ${step.orderBy(KEY_COLUMNS.map((column) => `p.${column}`))} ${step.limit.sql}`,
    values: [...parts.flatMap(({ values }) => values), ...step.limit.values],
  };
}

/** One statement with one row and one column, `count`. */
export function eventCountStatement(filter: EventFilter): Clause {
  const parts = partsOf(filter).map(({ source, where }): Clause => {
    const { sql, values } = allOf(where);
    return { sql: `(SELECT count(*) FROM ${source} WHERE ${sql})`, values };
  });
  return {
    sql: `SELECT ${parts.map(({ sql }) => sql).join(' + ')} AS count`,
    values: parts.flatMap(({ values }) => values),
  };
}
