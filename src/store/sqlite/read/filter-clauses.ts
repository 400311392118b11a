import { foldName } from '../../../domain/event/fold-name.ts';
import type { EventFilter, MonthDayMatch } from '../../../domain/query/timeline-query.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { allOf, type Clause, negated, oneOf } from '../../sql/clause.ts';
import { couldLieOn } from '../../sql/month-day-clause.ts';
import { matchesRange } from '../../sql/range-clauses.ts';
import type { Subject } from '../../sql/subject.ts';
import { searchExpressionOf } from '../search/search-expression.ts';

/** Everything but the range and `asOf`: a condition for each field that filters something. */
export function clausesOf(filter: EventFilter, subject: Subject, asOf = filter.asOf): readonly Clause[] {
  const { alias } = subject;
  const { minConfidence, minSources, monthDay, and = [], or = [], not } = filter;
  const partOf = (part: EventFilter): Clause =>
    allOf([
      ...(part.range === undefined ? [] : matchesRange(part.range, subject)),
      ...clausesOf(part, subject, asOf),
    ]);
  return [
    ...anyOf(filter.actors, namedClause(subject, 'actor')),
    ...(filter.allActors ?? []).map((name) => namedClause(subject, 'actor')([name])),
    ...anyOf(filter.noActors, (names) => negated(namedClause(subject, 'actor')(names))),
    ...anyOf(filter.places, namedClause(subject, 'place')),
    ...anyOf(filter.types, listClause(`${alias}.type`)),
    ...anyOf(filter.precisions, listClause(`${alias}.precision`)),
    ...anyOf(filter.modalities, listClause(`${alias}.modality`)),
    ...anyOf(filter.articles, (ids) => articleClause('id', ids, asOf)),
    ...anyOf(filter.sources, (names) => articleClause('source', names.map(foldName), asOf)),
    ...atLeast(numberOf(subject, 'confidence'), minConfidence),
    ...atLeast(numberOf(subject, 'sourceCount'), minSources),
    ...textClauses(filter.text ?? '', subject),
    ...(monthDay === undefined ? [] : [monthDayClause(monthDay, subject)]),
    ...and.map(partOf),
    ...(or.length === 0 ? [] : [oneOf(or.map(partOf))]),
    ...(not === undefined ? [] : [negated(partOf(not))]),
  ];
}

const anyOf = (
  values: readonly string[] | undefined,
  clause: (values: readonly string[]) => Clause,
): readonly Clause[] => (values === undefined || values.length === 0 ? [] : [clause(values)]);

const atLeast = (column: string, least: number | undefined): readonly Clause[] =>
  least === undefined ? [] : [{ sql: `${column} >= ?`, values: [least] }];

/** Editions keep these in their documents alone. */
function numberOf({ kind }: Subject, field: 'confidence' | 'sourceCount'): string {
  if (kind === 'edition') return `json_extract(n.document, '$.${field}')`;
  return field === 'confidence' ? 'e.confidence' : 'e.source_count';
}

const listClause =
  (column: string) =>
  (values: readonly string[]): Clause => ({
    sql: `${column} IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(values)],
  });

const namedClause =
  ({ alias, kind }: Subject, named: 'actor' | 'place') =>
  (idsOrNames: readonly string[]): Clause => ({
    sql: `${alias}.${kind}_key IN (
      SELECT l.${kind}_key FROM ${kind}_${named}s l WHERE l.${named}_key IN (
        SELECT k.${named}_key FROM ${named}s k WHERE k.id IN (SELECT value FROM json_each(?))
        UNION
        SELECT w.${named}_key FROM ${named}_names w WHERE w.name IN (SELECT value FROM json_each(?))))`,
    values: [JSON.stringify(idsOrNames), JSON.stringify(idsOrNames.map(foldName))],
  });

/** An article that was published later told nothing yet. */
function articleClause(
  column: 'id' | 'source',
  values: readonly string[],
  asOf: CalendarDate | undefined,
): Clause {
  const known = asOf === undefined ? '' : ' AND coalesce(a.published_on, a.anchor_date) <= ?';
  return {
    sql: `e.event_key IN (
      SELECT m.event_key FROM mentions m WHERE m.article_key IN (
        SELECT a.article_key FROM json_each(?) j CROSS JOIN articles a ON a.${column} = j.value${known}))`,
    values: [JSON.stringify(values), ...(asOf === undefined ? [] : [asOf])],
  };
}

/** A blank text asks for nothing; one without words asks for what no event has. */
function textClauses(text: string, { alias, kind }: Subject): readonly Clause[] {
  if (text.trim() === '') return [];
  const expression = searchExpressionOf(text);
  if (expression === null) return [{ sql: 'FALSE', values: [] }];
  const sql = `${alias}.${kind}_key IN (SELECT t.rowid FROM ${kind}_search t WHERE t.${kind}_search MATCH ?)`;
  return [{ sql, values: [expression] }];
}

function monthDayClause({ month, day, include }: MonthDayMatch, subject: Subject): Clause {
  const exact = { sql: `${subject.alias}.month_day = ?`, values: [month * 100 + day] };
  return include === 'POSSIBLE' ? couldLieOn({ month, day }, subject) : exact;
}
