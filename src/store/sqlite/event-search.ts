import type { EventFilter } from '../../domain/timeline-query.ts';
import { allOf, type Clause } from './clause.ts';
import { clausesOf } from './filter-clauses.ts';
import { matchesRange } from './range-clauses.ts';
import { searchExpressionOf } from './search-expression.ts';
import { editionOf, SOURCES, TOLD_BY, VISIBLE } from './selection-parts.ts';
import { EDITION, EVENT, isSettled, type Subject, wasTold } from './subject.ts';

/** How much a word in a title and one in a quote count (https://sqlite.org/fts5.html#the_bm25_function). */
const WEIGHTS = 'bm25(4.0, 1.0)';

/**
 * One statement for the events that match the filter's text best, the best first, with the columns of a page. Each word
 * weighs more the fewer events have it; editions are weighed among themselves.
 */
export function eventSearchStatement(filter: EventFilter, size: number): Clause {
  const { asOf } = filter;
  const parts =
    asOf === undefined
      ? [searchOf(filter, EVENT, [], size)]
      : [searchOf(filter, EVENT, [isSettled(asOf)], size), searchOf(filter, EDITION, wasTold(asOf), size)];
  return {
    sql: `SELECT d.document, ${editionOf(filter)} AS edition, p.rank AS key_1, 0 AS key_2, p.id
      FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) p
      CROSS JOIN event_documents d ON d.event_key = p.event_key ORDER BY p.rank, p.id LIMIT ? + 0`,
    values: [...parts.flatMap(({ values }) => values), size],
  };
}

function searchOf(
  { text = '', range, ...others }: EventFilter,
  subject: Subject,
  given: readonly Clause[],
  size: number,
): Clause {
  const { alias, kind } = subject;
  const where = allOf([
    VISIBLE,
    ...given,
    ...(range === undefined ? [] : matchesRange(range, subject)),
    ...clausesOf(others, subject),
  ]);
  return {
    sql: `SELECT rank, id, event_key, edition_key FROM (SELECT t.rank AS rank, e.id, ${TOLD_BY[kind]}
      FROM ${kind}_search t CROSS JOIN ${SOURCES[kind]}
      WHERE t.${kind}_search MATCH ? AND t.rank MATCH '${WEIGHTS}' AND ${alias}.${kind}_key = t.rowid AND ${where.sql}
      ORDER BY t.rank, e.id LIMIT ? + 0)`,
    values: [searchExpressionOf(text) ?? NOTHING, ...where.values, size],
  };
}

/** An expression that matches no event: a word that the tokenizer leaves nothing of. */
const NOTHING = '""';
