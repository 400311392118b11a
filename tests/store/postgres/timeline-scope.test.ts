import { expect, test } from 'vitest';
import { timelineScope } from '../../../src/store/postgres/timeline-scope.ts';

const partOf = (table: string, alias: string): string =>
  `SELECT ${alias}.* FROM ${table} AS ${alias} WHERE ${alias}.timeline_id = $1`;

test('a statement reads the rows of one timeline, and its values are numbered behind it', () => {
  expect(
    timelineScope(
      'SELECT m.id FROM events e JOIN mentions m ON m.event_key = e.event_key WHERE e.id = ? AND m.id > ?',
    ),
  ).toBe(
    `SELECT m.id FROM (${partOf('events', 'e')}) e ` +
      `JOIN (${partOf('mentions', 'm')}) m ON m.event_key = e.event_key WHERE e.id = $2 AND m.id > $3`,
  );
});

test('tables that all timelines share stay as they are', () => {
  const sql = 'SELECT s.days FROM event_spans s';
  expect(timelineScope(sql)).toBe(sql);
});

test.each([
  'SELECT id FROM events WHERE id = ?',
  'SELECT e.id FROM events AS e',
  'SELECT e.id FROM markers m, events e',
  'SELECT e.id FROM markers m JOIN events ON TRUE',
])('a table whose timeline would be missed is refused: %s', (sql) => {
  expect(() => timelineScope(sql)).toThrow('reads a table of all timelines');
});
