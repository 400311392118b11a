import { foldName } from '../../domain/event/fold-name.ts';
import type { EventFilter } from '../../domain/query/timeline-query.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { allOf, type Clause, negated, oneOf } from './clause.ts';
import type { Dialect } from './dialect.ts';
import { matchesRange } from './range-clauses.ts';
import type { Subject } from './subject.ts';

/** A condition for each field of a filter but the range and `asOf`. The articles counted are those known by `asOf`. */
export function clausesOf(
  dialect: Dialect,
  filter: EventFilter,
  subject: Subject,
  asOf = filter.asOf,
): readonly Clause[] {
  const { alias } = subject;
  const { minConfidence, minSources, text = '', monthDay, and = [], or = [], not } = filter;
  const partOf = (part: EventFilter): Clause =>
    allOf([
      ...(part.range === undefined ? [] : matchesRange(part.range, subject)),
      ...clausesOf(dialect, part, subject, asOf),
    ]);
  const named = (kind: 'actor' | 'place') => (names: readonly string[]) =>
    namedClause(dialect, subject, kind, names);
  const inColumn = (column: string) => (values: readonly string[]) => isOneOf(dialect, column, values);
  return [
    ...anyOf(filter.actors, named('actor')),
    ...(filter.allActors ?? []).map((name) => named('actor')([name])),
    ...anyOf(filter.noActors, (names) => negated(named('actor')(names))),
    ...anyOf(filter.places, named('place')),
    ...anyOf(filter.types, inColumn(`${alias}.type`)),
    ...anyOf(filter.subjects, inColumn(`${alias}.subject`)),
    ...anyOf(filter.precisions, inColumn(`${alias}.precision`)),
    ...anyOf(filter.roles, inColumn(`${alias}.role`)),
    ...anyOf(filter.modalities, inColumn(`${alias}.modality`)),
    ...anyOf(filter.articles, (ids) => articleClause(dialect, 'id', ids, asOf)),
    ...anyOf(filter.sources, (names) => articleClause(dialect, 'source', names.map(foldName), asOf)),
    ...atLeast(numberOf(dialect, subject, 'confidence'), minConfidence),
    ...atLeast(numberOf(dialect, subject, 'sourceCount'), minSources),
    ...(text.trim() === '' ? [] : [dialect.hasWords(subject, text)]),
    ...(monthDay === undefined ? [] : [monthDayClause(dialect, monthDay, subject)]),
    ...and.map(partOf),
    ...(or.length === 0 ? [] : [oneOf(or.map(partOf))]),
    ...(not === undefined ? [] : [negated(partOf(not))]),
  ];
}

const anyOf = (
  values: readonly string[] | undefined,
  clause: (values: readonly string[]) => Clause,
): readonly Clause[] => (values === undefined || values.length === 0 ? [] : [clause(values)]);

function isOneOf(dialect: Dialect, column: string, values: readonly string[]): Clause {
  const table = dialect.tableOf(values);
  return { sql: `${column} IN (SELECT j.value FROM ${table.sql})`, values: table.values };
}

const atLeast = (expression: string, least: number | undefined): readonly Clause[] =>
  least === undefined ? [] : [{ sql: `${expression} >= ?`, values: [least] }];

export function numberOf(
  dialect: Dialect,
  { kind }: Subject,
  property: 'confidence' | 'sourceCount',
): string {
  if (kind === 'edition') return dialect.numberOfSnapshot(property);
  return property === 'confidence' ? 'e.confidence' : 'e.source_count';
}

function namedClause(
  dialect: Dialect,
  { alias, kind }: Subject,
  named: 'actor' | 'place',
  idsOrNames: readonly string[],
): Clause {
  const byId = isOneOf(dialect, 'k.id', idsOrNames);
  const byName = isOneOf(dialect, 'w.name', idsOrNames.map(foldName));
  const keys = `
        SELECT k.${named}_key FROM ${named}s k WHERE ${byId.sql}
        UNION
        SELECT w.${named}_key FROM ${named}_names w WHERE ${byName.sql}`;
  return {
    sql: `${alias}.${kind}_key IN (
      SELECT l.${kind}_key FROM ${kind}_${named}s l
      WHERE ${dialect.watched(`l.${kind}_key`).sql} AND ${dialect.isAmong(`l.${named}_key`, keys)})`,
    values: [...byId.values, ...byName.values],
  };
}

/** As of a day, an article that was published later does not count. */
function articleClause(
  dialect: Dialect,
  column: 'id' | 'source',
  listed: readonly string[],
  asOf: CalendarDate | undefined,
): Clause {
  const { sql, values } = dialect.tableOf(listed);
  const known = asOf === undefined ? '' : ' AND coalesce(a.published_on, a.anchor_date) <= ?';
  const keys = `SELECT a.article_key FROM ${sql} ${dialect.orderedJoin} articles a ON a.${column} = j.value${known}`;
  return {
    sql: `e.event_key IN (
      SELECT m.event_key FROM mentions m
      WHERE ${dialect.watched('m.event_key').sql} AND ${dialect.isAmong('m.article_key', keys)})`,
    values: [...values, ...(asOf === undefined ? [] : [asOf])],
  };
}

function monthDayClause(
  dialect: Dialect,
  { month, day, include }: NonNullable<EventFilter['monthDay']>,
  subject: Subject,
): Clause {
  if (include === 'POSSIBLE') return dialect.couldLieOn({ month, day }, subject);
  return { sql: `${subject.alias}.month_day = ?`, values: [month * 100 + day] };
}
