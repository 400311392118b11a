import type { EventFilter, FacetName } from '../../domain/query/timeline-query.ts';
import { allOf, type Clause, unionOf } from './clause.ts';
import type { Dialect } from './dialect.ts';
import { numberOf } from './filter-clauses.ts';
import { partsOf } from './selection-parts.ts';
import type { Subject } from './subject.ts';

/** The number of all events, from the table of months: it has a few thousand rows, while an index grows with the store. */
export const ALL_EVENTS = '(SELECT coalesce(sum(h.count), 0) FROM event_months h)';

/** A row for each pair of months that events begin and end in, from the table that counts them. */
export const EVENT_MONTHS = `
  SELECT h.first_month AS "earliestDay", h.last_month AS "latestDay", h.reported, h.count FROM event_months h
  ORDER BY h.first_month, h.last_month, h.reported`;

/** One statement with one row and one column, `count`. */
export function eventCountStatement(dialect: Dialect, filter: EventFilter): Clause {
  if (Object.keys(filter).length === 0) return { sql: `SELECT ${ALL_EVENTS} AS count`, values: [] };
  const parts = partsOf(dialect, filter).map(({ source, where }): Clause => {
    const { sql, values } = allOf(where);
    return {
      sql: `(SELECT count(*) FROM ${source.sql} WHERE ${sql})`,
      values: [...source.values, ...values],
    };
  });
  return {
    sql: `SELECT ${parts.map(({ sql }) => sql).join(' + ')} AS count`,
    values: parts.flatMap(({ values }) => values),
  };
}

/** One statement with a row for each pair of first and last day and either kind of role: `earliestDay`, `latestDay`, `reported` and `count`, in their order. */
export function eventBoundsStatement(dialect: Dialect, filter: EventFilter): Clause {
  const parts = partsOf(dialect, filter).map((part): Clause => {
    const { alias } = part.subject;
    const { sql, values } = allOf(part.where);
    const bounds = `${alias}.earliest_day AS "earliestDay", ${alias}.latest_day AS "latestDay", ${alias}.reported`;
    return {
      sql: `SELECT ${bounds}, count(*) AS count FROM ${part.source.sql} WHERE ${sql} GROUP BY 1, 2, 3`,
      values: [...part.source.values, ...values],
    };
  });
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return { ...only, sql: `${only.sql} ORDER BY 1, 2, 3` };
  const { sql, values } = unionOf(parts);
  return {
    sql: `SELECT p."earliestDay", p."latestDay", p.reported, sum(p.count) AS count
      FROM (${sql}) p GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    values,
  };
}

/**
 * One statement with a row for each account of role ON and precision DAY. `day` is its day; `id`, `sourceCount` and `confidence`
 * are those of its event. `text` stands for the article's text as a number, and `knownOn` is the first day on which the
 * article could be read.
 */
export function dayAccountsStatement(dialect: Dialect, filter: EventFilter): Clause {
  const { asOf } = filter;
  const known = asOf === undefined ? '' : ' AND coalesce(a.published_on, a.anchor_date) <= ?';
  const rows = partsOf(dialect, filter).map(({ subject, source, where }): Clause => {
    const { sql, values } = allOf(where);
    return {
      sql: `SELECT m.on_day AS day, e.id, ${numberOf(dialect, subject, 'sourceCount')} AS "sourceCount",
          ${numberOf(dialect, subject, 'confidence')} AS confidence, a.text_key AS text,
          coalesce(a.published_on, a.anchor_date) AS "knownOn"
        FROM ${source.sql} ${dialect.orderedJoin} mentions m ON m.event_key = e.event_key AND m.on_day IS NOT NULL
          ${dialect.orderedJoin} articles a ON a.article_key = m.article_key${known}
        WHERE ${sql}`,
      values: [...source.values, ...(asOf === undefined ? [] : [asOf]), ...values],
    };
  });
  return unionOf(rows);
}

/** The place of the values of a facet. */
interface FacetSource {
  /** The expression that events are grouped by. */
  readonly keyOf: (subject: Subject) => string;
  /** The tables of the key, where it is not the subject's own column. */
  readonly join?: (dialect: Dialect, subject: Subject, filter: EventFilter) => Clause;
  /** `value` and `name` for a key, `p.key`. */
  readonly columns: string;
  /** Whether an event can have the same key several times. */
  readonly repeats?: boolean;
  /** Whether events without a key are not counted. */
  readonly omitsNull?: boolean;
}

const linked = (named: 'actor' | 'place'): FacetSource => {
  const column = (name: string) => `(SELECT k.${name} FROM ${named}s k WHERE k.${named}_key = p.key)`;
  return {
    keyOf: () => `l.${named}_key`,
    join: ({ orderedJoin }, { alias, kind }) => ({
      sql: ` ${orderedJoin} ${kind}_${named}s l ON l.${kind}_key = ${alias}.${kind}_key`,
      values: [],
    }),
    columns: `${column('id')} AS value, ${column('name')} AS name`,
  };
};

const own = (column: 'type' | 'precision' | 'modality' | 'subject'): FacetSource => ({
  keyOf: ({ alias }) => `${alias}.${column}`,
  columns: 'p.key AS value, p.key AS name',
});

const PUBLISHER = '(SELECT min(a.publisher) FROM articles a WHERE a.source = p.key)';

const FACETS: Readonly<Record<FacetName, FacetSource>> = {
  actor: linked('actor'),
  place: linked('place'),
  type: own('type'),
  source: {
    keyOf: () => 'a.source',
    // Else the index of few sources is read through for each mention.
    join: ({ orderedJoin, unsearched }, _, { asOf }) => ({
      sql: ` ${orderedJoin} mentions m ON m.event_key = e.event_key
        ${orderedJoin} articles a ON a.article_key = m.article_key AND ${unsearched('a.source')} IS NOT NULL${
          asOf === undefined ? '' : ' AND coalesce(a.published_on, a.anchor_date) <= ?'
        }`,
      values: asOf === undefined ? [] : [asOf],
    }),
    columns: `${PUBLISHER} AS value, ${PUBLISHER} AS name`,
    repeats: true,
  },
  precision: own('precision'),
  modality: own('modality'),
  subject: { ...own('subject'), omitsNull: true },
};

const isGiven = (expression: string): Clause => ({ sql: `${expression} IS NOT NULL`, values: [] });

/** One statement with a row for each value of a facet, by falling number of events: `value`, `name` and `count`. */
export function facetStatement(
  dialect: Dialect,
  filter: EventFilter,
  facet: FacetName,
  size: number,
): Clause {
  const {
    keyOf,
    join = () => ({ sql: '', values: [] }),
    columns,
    repeats = false,
    omitsNull = false,
  } = FACETS[facet];
  const parts = partsOf(dialect, filter).map(({ subject, source, where }): Clause => {
    const joined = join(dialect, subject, filter);
    const { sql, values } = allOf(omitsNull ? [...where, isGiven(keyOf(subject))] : where);
    // The rows are sorted before they are counted, so that both steps are watched.
    const counted = `${subject.alias}.${subject.kind}_key`;
    return {
      sql: `SELECT ${keyOf(subject)} AS key,
          count(${repeats ? 'DISTINCT ' : ''}${counted}) FILTER (WHERE ${dialect.watched(counted).sql}) AS count
        FROM ${source.sql}${joined.sql} WHERE ${sql} GROUP BY 1`,
      values: [...source.values, ...joined.values, ...values],
    };
  });
  const { sql, values } = unionOf(parts);
  return {
    sql: `SELECT ${columns}, sum(p.count) AS count FROM (${sql}) p
      GROUP BY p.key ORDER BY 3 DESC, 2, 1 LIMIT ?`,
    values: [...values, size],
  };
}
