import type { EventFilter, EventOrder, PageRequest } from '../../domain/timeline-query.ts';
import { allOf, type Clause } from './clause.ts';
import { clausesOf } from './filter-clauses.ts';
import { type Ordering, stepOf } from './keyset.ts';
import { beginsIn, liesIn, reaches, startsIn } from './range-clauses.ts';
import { EDITION, EVENT, isSettled, type Subject, wasTold } from './subject.ts';

/** Where the rows of a subject come from. */
const SOURCES = {
  event: 'events e',
  edition: 'event_editions n CROSS JOIN events e ON e.event_key = n.event_key',
} as const satisfies Record<Subject['kind'], string>;
/** The spans come first, so that each of them is one search in an index by span. */
const BY_SPAN = 'event_spans s CROSS JOIN';

/**
 * The event, and the edition that tells it otherwise. The plus keeps the key apart from the one that the order of recording
 * sorts by, which would be sorted again.
 */
const TOLD_BY = {
  event: '+e.event_key AS event_key, NULL AS edition_key',
  edition: '+e.event_key AS event_key, n.edition_key',
} as const satisfies Record<Subject['kind'], string>;

const KEY_COLUMNS = ['key_1', 'key_2', 'id'];

function orderingOf(order: EventOrder, { alias }: Subject): Ordering {
  return order === 'RECORDED'
    ? { columns: ['e.recorded_at', 'e.event_key', 'e.id'], descending: false }
    : {
        columns: [`${alias}.earliest_day`, `${alias}.latest_day`, `${alias}.id`],
        descending: order === 'DATE_DESC',
      };
}

/** Spelled as the condition of the indexes that leave hidden events out. */
const VISIBLE: Clause = { sql: 'e.hidden = 0', values: [] };

/** A part of a selection, found by one way of access. The parts of a selection never overlap. */
interface Part {
  readonly subject: Subject;
  readonly source: string;
  readonly where: readonly Clause[];
}

/** What a filter selects; as of a day, of the events that were already known in full and of the editions of the others. */
function partsOf(filter: EventFilter): readonly Part[] {
  const { asOf } = filter;
  if (asOf === undefined) return subjectParts(filter, EVENT, []);
  return [...subjectParts(filter, EVENT, [isSettled(asOf)]), ...subjectParts(filter, EDITION, wasTold(asOf))];
}

/**
 * Events that overlap a range either begin in it, and lie side by side in the index by date, or began earlier and reach it:
 * those are found by their length, without reading all that happened before the range.
 */
function subjectParts(filter: EventFilter, subject: Subject, given: readonly Clause[]): readonly Part[] {
  const { range } = filter;
  const others = [...given, ...clausesOf(filter, subject)];
  const source = SOURCES[subject.kind];
  const part = (where: readonly Clause[], from: string = source): Part => ({
    subject,
    source: from,
    where: [VISIBLE, ...where, ...others],
  });
  if (range === undefined) return [part([])];
  if (range.match === 'STARTS') return [part(startsIn(range, subject))];
  if (range.match === 'WITHIN') return [part(liesIn(range, subject))];
  const inside = part(beginsIn(range, subject));
  return range.from === null
    ? [inside]
    : [part(reaches(range.from, subject), `${BY_SPAN} ${source}`), inside];
}

/** One statement for a page: rows with `document`, `edition`, `key_1`, `key_2` and `id`, in walking order. */
export function eventPageStatement(filter: EventFilter, order: EventOrder, page: PageRequest): Clause {
  const parts = partsOf(filter).map(({ subject, source, where }): Clause => {
    const ordering = orderingOf(order, subject);
    const step = stepOf(ordering, page);
    const { sql, values } = allOf([...where, ...step.beyond]);
    const keys = ordering.columns.map((column, index) => `${column} AS ${KEY_COLUMNS[index]}`).join(', ');
    return {
      sql: `SELECT key_1, key_2, id, event_key, edition_key FROM (SELECT ${keys}, ${TOLD_BY[subject.kind]}
        FROM ${source} WHERE ${sql} ORDER BY ${step.orderBy(ordering.columns)} ${step.limit.sql})`,
      values: [...values, ...step.limit.values],
    };
  });
  const { orderBy, limit } = stepOf(orderingOf(order, EVENT), page);
  return {
    sql: `SELECT d.document, ${editionOf(filter)} AS edition, p.key_1, p.key_2, p.id
      FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) p
      CROSS JOIN event_documents d ON d.event_key = p.event_key
      ORDER BY ${orderBy(KEY_COLUMNS.map((column) => `p.${column}`))} ${limit.sql}`,
    values: [...parts.flatMap(({ values }) => values), ...limit.values],
  };
}

const editionOf = ({ asOf }: EventFilter): string =>
  asOf === undefined
    ? 'NULL'
    : '(SELECT n.document FROM event_editions n WHERE n.edition_key = p.edition_key)';

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

/** One statement with a row for each pair of first and last day that occurs, as `earliestDay` and `latestDay`. */
export function eventBoundsStatement(filter: EventFilter): Clause {
  const parts = partsOf(filter).map(({ subject: { alias }, source, where }): Clause => {
    const { sql, values } = allOf(where);
    const bounds = `${alias}.earliest_day AS earliestDay, ${alias}.latest_day AS latestDay`;
    return { sql: `SELECT ${bounds} FROM ${source} WHERE ${sql}`, values };
  });
  return {
    sql: `${parts.map(({ sql }) => sql).join(' UNION ')} ${parts.length === 1 ? 'GROUP BY 1, 2' : ''} ORDER BY 1, 2`,
    values: parts.flatMap(({ values }) => values),
  };
}
