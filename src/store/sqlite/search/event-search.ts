import type { EventFilter } from '../../../domain/query/timeline-query.ts';
import { allOf, type Clause } from '../../sql/clause.ts';
import { matchesRange } from '../../sql/range-clauses.ts';
import { EDITION, EVENT, isSettled, type Subject, wasTold } from '../../sql/subject.ts';
import { clausesOf } from '../read/filter-clauses.ts';
import { editionOf, SOURCES, TOLD_BY, VISIBLE } from '../read/selection-parts.ts';
import { searchExpressionOf } from './search-expression.ts';

/** How much a word in a title and one in a quote count (https://sqlite.org/fts5.html#the_bm25_function). */
const WEIGHTS = 'bm25(4.0, 1.0)';

/**
 * How many matches are weighed, those recorded last: what a search costs must not grow with the timeline for ever. Below
 * that, as in most timelines for most words, the best of all are found.
 */
const WEIGHED = 10_000;

/**
 * One statement for the events that match the filter's text best, the best first, equals as they were recorded, with the
 * columns of a page. Each word weighs more the fewer events have it; editions are weighed among themselves.
 */
export function eventSearchStatement(
  filter: EventFilter,
  size: number,
  documents: 'event_documents' | 'served_documents',
): Clause {
  const { asOf } = filter;
  const parts =
    asOf === undefined
      ? [searchOf(filter, EVENT, [], size)]
      : [searchOf(filter, EVENT, [isSettled(asOf)], size), searchOf(filter, EDITION, wasTold(asOf), size)];
  return {
    sql: `SELECT d.document, ${editionOf(filter)} AS edition, p.rank AS key_1, 0 AS key_2, e.id
      FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) p
      CROSS JOIN events e ON e.event_key = p.event_key
      CROSS JOIN ${documents} d ON d.event_key = p.event_key ORDER BY p.rank, p.event_key LIMIT ? + 0`,
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
  const conditions = [
    ...given,
    ...(range === undefined ? [] : matchesRange(range, subject)),
    ...clausesOf(others, subject),
  ];
  const where = allOf([VISIBLE, ...conditions]);
  // No words of a hidden event are kept: where nothing else is asked for, the search itself has all that is needed.
  const matches =
    conditions.length === 0
      ? { sql: `t.rowid AS event_key, NULL AS edition_key FROM ${kind}_search t WHERE TRUE`, values: [] }
      : {
          sql: `${TOLD_BY[kind]} FROM ${kind}_search t CROSS JOIN ${SOURCES[kind]}
            WHERE ${alias}.${kind}_key = t.rowid AND ${where.sql}`,
          values: where.values,
        };
  return {
    sql: `SELECT rank, event_key, edition_key FROM (SELECT rank, event_key, edition_key FROM (
        SELECT t.rank AS rank, ${matches.sql} AND t.${kind}_search MATCH ? AND t.rank MATCH '${WEIGHTS}'
        ORDER BY t.rowid DESC LIMIT ${WEIGHED})
      ORDER BY rank, event_key LIMIT ? + 0)`,
    values: [...matches.values, searchExpressionOf(text) ?? NOTHING, size],
  };
}

/** An expression that matches no event: a word that the tokenizer leaves nothing of. */
const NOTHING = '""';
