import type { EventFilter } from '../../../domain/query/timeline-query.ts';
import type { DocumentKind } from '../../port/event-documents.ts';
import { allOf, type Clause, unionOf } from '../../sql/clause.ts';
import { DOCUMENT_TABLES } from '../../sql/event-page-statement.ts';
import { clausesOf } from '../../sql/filter-clauses.ts';
import { matchesRange } from '../../sql/range-clauses.ts';
import { FOUND_KEYS, snapshotOf, sourceOf, VISIBLE } from '../../sql/selection-parts.ts';
import { EVENT, SNAPSHOT, type Subject, wasComplete, wasCurrent } from '../../sql/subject.ts';
import { SQLITE } from '../sqlite-dialect.ts';
import { searchExpressionOf } from './word-index.ts';

/** A word in a title counts four times a word in a quote (https://sqlite.org/fts5.html#the_bm25_function). */
const SCORE = 'bm25(4.0, 1.0)';

/** Only the matches recorded last are scored, this many: else the cost of a search would grow with the store. */
const SCORED_MATCHES = 1000;

/**
 * One statement for the events that match the text of a filter best, with the columns of a page. Events of equal score are
 * in the order of recording. A word that few events have scores higher. Snapshots are scored among themselves.
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
      CROSS JOIN events e ON e.event_key = p.event_key
      CROSS JOIN ${DOCUMENT_TABLES[documents]} d ON d.event_key = p.event_key ORDER BY p.rank, p.event_key LIMIT ?`,
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
  const conditions = [
    ...given,
    ...(range === undefined ? [] : matchesRange(range, subject)),
    ...clausesOf(SQLITE, others, subject),
  ];
  const where = allOf([SQLITE.watched('t.rowid'), VISIBLE, ...conditions]);
  // The index has no words of hidden events. Without other conditions it suffices alone, and ends at the last match scored:
  // the statement need not be watched.
  const matches =
    conditions.length === 0
      ? { sql: `t.rowid AS event_key, NULL AS edition_key FROM ${kind}_search t WHERE TRUE`, values: [] }
      : {
          sql: `${FOUND_KEYS[kind]} FROM ${kind}_search t CROSS JOIN ${sourceOf(SQLITE, subject)}
            WHERE ${alias}.${kind}_key = t.rowid AND ${where.sql}`,
          values: where.values,
        };
  return {
    sql: `SELECT rank, event_key, edition_key FROM (SELECT rank, event_key, edition_key FROM (
        SELECT t.rank AS rank, ${matches.sql} AND t.${kind}_search MATCH ? AND t.rank MATCH '${SCORE}'
        ORDER BY t.rowid DESC LIMIT ${SCORED_MATCHES})
      ORDER BY rank, event_key LIMIT ?)`,
    values: [...matches.values, searchExpressionOf(text) ?? NOTHING, size],
  };
}

/** An expression that matches no event: the tokenizer finds no word in it. */
const NOTHING = '""';
