import { type CalendarDate, toDayNumber } from '../../domain/calendar-date.ts';
import { OPEN_START_DAY } from '../../domain/event-date.ts';
import type { DateRange, EventFilter, MonthDay } from '../../domain/timeline-query.ts';
import { foldName } from '../fold-name.ts';
import type { Clause } from './clause.ts';
import { searchExpressionOf } from './search-expression.ts';

/** Everything but the range: a condition on the events, as `e`, for each field that filters something. */
export function clausesOf(filter: EventFilter): readonly Clause[] {
  return [
    ...anyOf(filter.actors, namedClause('actor')),
    ...anyOf(filter.places, namedClause('place')),
    ...anyOf(filter.types, listClause('e.type')),
    ...anyOf(filter.precisions, listClause('e.precision')),
    ...anyOf(filter.modalities, listClause('e.modality')),
    ...anyOf(filter.articles, articleClause),
    ...textClauses(filter.text ?? ''),
    ...(filter.monthDay === undefined ? [] : [monthDayClause(filter.monthDay)]),
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
  (kind: 'actor' | 'place') =>
  (idsOrNames: readonly string[]): Clause => ({
    sql: `e.event_key IN (
      SELECT l.event_key FROM event_${kind}s l WHERE l.${kind}_key IN (
        SELECT k.${kind}_key FROM ${kind}s k WHERE k.id IN (SELECT value FROM json_each(?))
        UNION
        SELECT n.${kind}_key FROM ${kind}_names n WHERE n.name IN (SELECT value FROM json_each(?))))`,
    values: [JSON.stringify(idsOrNames), JSON.stringify(idsOrNames.map(foldName))],
  });

const articleClause = (ids: readonly string[]): Clause => ({
  sql: `e.event_key IN (
    SELECT m.event_key FROM mentions m WHERE m.article_key IN (
      SELECT a.article_key FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))))`,
  values: [JSON.stringify(ids)],
});

function textClauses(text: string): readonly Clause[] {
  const expression = searchExpressionOf(text);
  if (expression === null) return [];
  const sql = 'e.event_key IN (SELECT t.rowid FROM event_search t WHERE t.event_search MATCH ?)';
  return [{ sql, values: [expression] }];
}

/** Not bound directly: in a sorted selection, `= ?` has SQLite plan the statement anew for each value. */
const monthDayClause = ({ month, day }: MonthDay): Clause => ({
  sql: 'e.month_day = (SELECT ?)',
  values: [month * 100 + day],
});

const from = (column: string, date: CalendarDate | null): readonly Clause[] =>
  date === null ? [] : [{ sql: `${column} >= ?`, values: [toDayNumber(date)] }];

/** Inclusive of the day, spelled as the half-open end before the next one. */
const through = (column: string, date: CalendarDate | null): readonly Clause[] =>
  date === null ? [] : [{ sql: `${column} < ?`, values: [toDayNumber(date) + 1] }];

/** Its first possible day lies in the range, so it has one. */
export function startsIn({ from: first, to }: DateRange): readonly Clause[] {
  const begins: Clause = { sql: 'e.earliest_day > ?', values: [OPEN_START_DAY] };
  return [...(first === null ? [begins] : from('e.earliest_day', first)), ...through('e.earliest_day', to)];
}

/** It surely lies in the range. What ends by a day also begins by it, which is where the index by date can stop. */
export const liesIn = (range: DateRange): readonly Clause[] => [
  ...beginsIn(range),
  ...through('e.latest_day', range.to),
];

/** It could lie in the range and cannot have begun before it. */
export const beginsIn = (range: DateRange): readonly Clause[] => [
  ...from('e.earliest_day', range.from),
  ...through('e.earliest_day', range.to),
];

/** It began before the day and can have reached it; joined with `event_spans` as `s`. */
export function reaches(date: CalendarDate): readonly Clause[] {
  const day = toDayNumber(date);
  return [
    { sql: 'e.span_bits = s.span_bits', values: [] },
    { sql: 'e.earliest_day > ? - s.days', values: [day] },
    { sql: 'e.earliest_day < ?', values: [day] },
    { sql: 'e.latest_day >= ?', values: [day] },
  ];
}
