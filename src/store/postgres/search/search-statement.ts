import type { EventFilter } from '../../../domain/query/timeline-query.ts';
import type { DocumentKind } from '../../port/event-documents.ts';
import { allOf, type Clause, unionOf } from '../../sql/clause.ts';
import { DOCUMENT_TABLES } from '../../sql/event-page-statement.ts';
import { clausesOf } from '../../sql/filter-clauses.ts';
import { matchesRange } from '../../sql/range-clauses.ts';
import { FOUND_KEYS, snapshotOf, sourceOf, VISIBLE } from '../../sql/selection-parts.ts';
import { EVENT, SNAPSHOT, type Subject, wasComplete, wasCurrent } from '../../sql/subject.ts';
import { POSTGRES } from '../postgres-dialect.ts';
import { searchExpressionOf } from './words.ts';

/** The weights of D, C, B and A: a word in a title counts four times a word in a quote. */
const WEIGHTS = '{0, 0, 0.25, 1}';

/** Only the matches recorded last are ranked, this many: else the cost of a search would grow with the store. */
const RANKED_MATCHES = 1000;

/**
 * One statement for the events that match the text of a filter best, with the columns of a page. Events of equal rank are in
 * the order of recording. The rank knows how often words stand in an event and how near to each other, but not how rare they are.
 */
export function searchStatement(filter: EventFilter, size: number, documents: DocumentKind): Clause {
  const { asOf } = filter;
  const parts =
    asOf === undefined
      ? [searchOf(filter, EVENT, [], size)]
      : [
          searchOf(filter, EVENT, [wasComplete(asOf)], size),
          searchOf(filter, SNAPSHOT, wasCurrent(asOf), size),
        ];
  const { sql, values } = unionOf(parts);
  return {
    sql: `SELECT d.document, ${snapshotOf(filter)} AS snapshot, p.rank AS key_1, 0 AS key_2, e.id
      FROM (${sql}) p
      JOIN events e ON e.event_key = p.event_key
      JOIN ${DOCUMENT_TABLES[documents]} d ON d.event_key = p.event_key ORDER BY p.rank, p.event_key LIMIT ?`,
    values: [...values, size],
  };
}

function searchOf(
  { text = '', range, ...others }: EventFilter,
  subject: Subject,
  given: readonly Clause[],
  size: number,
): Clause {
  const { alias, kind } = subject;
  const expression = searchExpressionOf(text) ?? '';
  const where = allOf([
    VISIBLE,
    ...given,
    ...(range === undefined ? [] : matchesRange(range, subject)),
    ...clausesOf(POSTGRES, others, subject),
  ]);
  return {
    sql: `(SELECT -ts_rank_cd('${WEIGHTS}', m.words, ?::tsquery) AS rank, m.event_key, m.edition_key FROM (
        SELECT t.words, ${FOUND_KEYS[kind]} FROM ${sourceOf(POSTGRES, subject)}
        JOIN ${kind}_search t ON t.${kind}_key = ${alias}.${kind}_key
        WHERE ${where.sql} AND t.words @@ ?::tsquery
        ORDER BY t.${kind}_key DESC LIMIT ${RANKED_MATCHES}) m
      ORDER BY rank, m.event_key LIMIT ?)`,
    values: [expression, ...where.values, expression, size],
  };
}
