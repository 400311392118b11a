import type { EventFilter, FacetName } from '../../../domain/query/timeline-query.ts';
import { allOf, type Clause } from '../../sql/clause.ts';
import type { Subject } from '../../sql/subject.ts';
import { partsOf } from '../read/selection-parts.ts';
import { unionOf } from './event-counts.ts';

/** Where the values of a facet are found. */
interface FacetSource {
  /** What events are grouped by, and the tables that this takes besides the subject's own. */
  readonly keyOf: (subject: Subject) => string;
  readonly join?: (subject: Subject, filter: EventFilter) => Clause;
  /** `value` and `name` for a key, `p.key`. */
  readonly columns: string;
}

const linked = (named: 'actor' | 'place'): FacetSource => {
  const column = (name: string) => `(SELECT k.${name} FROM ${named}s k WHERE k.${named}_key = p.key)`;
  return {
    keyOf: () => `l.${named}_key`,
    join: ({ alias, kind }) => ({
      sql: ` CROSS JOIN ${kind}_${named}s l ON l.${kind}_key = ${alias}.${kind}_key`,
      values: [],
    }),
    columns: `${column('id')} AS value, ${column('name')} AS name`,
  };
};

const own = (column: 'type' | 'precision' | 'modality'): FacetSource => ({
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
    join: (_, { asOf }) => ({
      sql: ` CROSS JOIN mentions m ON m.event_key = e.event_key
        CROSS JOIN articles a ON a.article_key = m.article_key AND a.source IS NOT NULL${
          asOf === undefined ? '' : ' AND coalesce(a.published_on, a.anchor_date) <= ?'
        }`,
      values: asOf === undefined ? [] : [asOf],
    }),
    columns: `${PUBLISHER} AS value, ${PUBLISHER} AS name`,
  },
  precision: own('precision'),
  modality: own('modality'),
};

/**
 * One statement with a row for each value of a facet, those of most events first: `value` as filters take it, `name` for
 * people, and `count`.
 */
export function facetStatement(filter: EventFilter, facet: FacetName, size: number): Clause {
  const { keyOf, join = () => ({ sql: '', values: [] }), columns } = FACETS[facet];
  const parts = partsOf(filter).map(({ subject, source, where }): Clause => {
    const joined = join(subject, filter);
    const { sql, values } = allOf(where);
    return {
      sql: `SELECT ${keyOf(subject)} AS key, count(DISTINCT ${subject.alias}.${subject.kind}_key) AS count
        FROM ${source}${joined.sql} WHERE ${sql} GROUP BY 1`,
      values: [...joined.values, ...values],
    };
  });
  return {
    sql: `SELECT ${columns}, sum(p.count) AS count FROM (${unionOf(parts)}) p
      GROUP BY p.key ORDER BY 3 DESC, 2, 1 LIMIT ? + 0`,
    values: [...parts.flatMap(({ values }) => values), size],
  };
}
