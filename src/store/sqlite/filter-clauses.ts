import { type CalendarDate, toDayNumber } from '../../domain/calendar-date.ts';
import { OPEN_START_DAY } from '../../domain/event-date.ts';
import type { DateRange, EventFilter, MonthDay } from '../../domain/timeline-query.ts';
import { foldName } from '../fold-name.ts';
import type { Clause } from './clause.ts';
import { searchExpressionOf } from './search-expression.ts';

/** What a condition is about: the events as they are now, or the editions that they had before. */
export interface Subject {
  /** The alias of its table in the statement. */
  readonly alias: 'e' | 'n';
  readonly kind: 'event' | 'edition';
}

export const EVENT: Subject = { alias: 'e', kind: 'event' };
export const EDITION: Subject = { alias: 'n', kind: 'edition' };

/** Everything but the range and `asOf`: a condition for each field that filters something. */
export function clausesOf(filter: EventFilter, subject: Subject): readonly Clause[] {
  const { alias } = subject;
  return [
    ...anyOf(filter.actors, namedClause(subject, 'actor')),
    ...anyOf(filter.places, namedClause(subject, 'place')),
    ...anyOf(filter.types, listClause(`${alias}.type`)),
    ...anyOf(filter.precisions, listClause(`${alias}.precision`)),
    ...anyOf(filter.modalities, listClause(`${alias}.modality`)),
    ...anyOf(filter.articles, articleClause(filter.asOf)),
    ...textClauses(filter.text ?? '', subject),
    ...(filter.monthDay === undefined ? [] : [monthDayClause(filter.monthDay, subject)]),
  ];
}

const anyOf = (
  values: readonly string[] | undefined,
  clause: (values: readonly string[]) => Clause,
): readonly Clause[] => (values === undefined || values.length === 0 ? [] : [clause(values)]);

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
const articleClause =
  (asOf: CalendarDate | undefined) =>
  (ids: readonly string[]): Clause => ({
    sql: `e.event_key IN (
      SELECT m.event_key FROM mentions m WHERE m.article_key IN (
        SELECT a.article_key FROM json_each(?) j CROSS JOIN articles a ON a.id = j.value${
          asOf === undefined ? '' : ' AND coalesce(a.published_on, a.anchor_date) <= ?'
        }))`,
    values: [JSON.stringify(ids), ...(asOf === undefined ? [] : [asOf])],
  });

function textClauses(text: string, { alias, kind }: Subject): readonly Clause[] {
  const expression = searchExpressionOf(text);
  if (expression === null) return [];
  const sql = `${alias}.${kind}_key IN (SELECT t.rowid FROM ${kind}_search t WHERE t.${kind}_search MATCH ?)`;
  return [{ sql, values: [expression] }];
}

/** Not bound directly: in a sorted selection, `= ?` has SQLite plan the statement anew for each value. */
const monthDayClause = ({ month, day }: MonthDay, { alias }: Subject): Clause => ({
  sql: `${alias}.month_day = (SELECT ?)`,
  values: [month * 100 + day],
});

const from = (column: string, date: CalendarDate | null): readonly Clause[] =>
  date === null ? [] : [{ sql: `${column} >= ?`, values: [toDayNumber(date)] }];

/** Inclusive of the day, spelled as the half-open end before the next one. */
const through = (column: string, date: CalendarDate | null): readonly Clause[] =>
  date === null ? [] : [{ sql: `${column} < ?`, values: [toDayNumber(date) + 1] }];

/** Its first possible day lies in the range, so it has one. */
export function startsIn({ from: first, to }: DateRange, { alias }: Subject): readonly Clause[] {
  const column = `${alias}.earliest_day`;
  const begins: Clause = { sql: `${column} > ?`, values: [OPEN_START_DAY] };
  return [...(first === null ? [begins] : from(column, first)), ...through(column, to)];
}

/** It surely lies in the range. What ends by a day also begins by it, which is where the index by date can stop. */
export const liesIn = (range: DateRange, subject: Subject): readonly Clause[] => [
  ...beginsIn(range, subject),
  ...through(`${subject.alias}.latest_day`, range.to),
];

/** It could lie in the range and cannot have begun before it. */
export const beginsIn = (range: DateRange, { alias }: Subject): readonly Clause[] => [
  ...from(`${alias}.earliest_day`, range.from),
  ...through(`${alias}.earliest_day`, range.to),
];

/** It began before the day and can have reached it; joined with `event_spans` as `s`. */
export function reaches(date: CalendarDate, { alias }: Subject): readonly Clause[] {
  const day = toDayNumber(date);
  return [
    { sql: `${alias}.span_bits = s.span_bits`, values: [] },
    { sql: `${alias}.earliest_day > ? - s.days`, values: [day] },
    { sql: `${alias}.earliest_day < ?`, values: [day] },
    { sql: `${alias}.latest_day >= ?`, values: [day] },
  ];
}

/** What is stored of it is what was known on that day. */
export const isSettled = (asOf: CalendarDate): Clause => ({
  sql: 'e.settled_day < ?',
  values: [toDayNumber(asOf) + 1],
});

/** What was known on that day is this edition. */
export function wasTold(asOf: CalendarDate): readonly Clause[] {
  const day = toDayNumber(asOf);
  return [
    { sql: 'n.from_day < ?', values: [day + 1] },
    { sql: 'n.until_day > ?', values: [day] },
  ];
}
