import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventFilter } from '../../src/domain/query/timeline-query.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { readMigrations } from '../../src/store/sql/migrations.ts';
import { applyMigrations } from '../../src/store/sqlite/apply-migrations.ts';
import { connect } from '../../src/store/sqlite/connection.ts';
import { createSqliteStore } from '../../src/store/sqlite/create-sqlite-store.ts';
import { rowBudget, TooManyRows } from '../../src/store/sqlite/row-watch.ts';
import { buildChange, buildEvent, dayDate } from './build-event.ts';
import { saveArticle } from './save-change.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations', 'sqlite');
const PAGE = { direction: 'FORWARD', size: 20, after: null } as const;

const budget = rowBudget(200);
let store: EventStore;

beforeAll(async () => {
  const database = connect(':memory:');
  applyMigrations(database, await readMigrations(MIGRATIONS));
  store = createSqliteStore(database, { watch: budget.watch });
  const events = Array.from({ length: 600 }, (_, n) => buildEvent(`e${n}`, { date: dayDate('2021-12-21') }));
  await saveArticle(store, buildChange({ events }));
});

afterAll(() => store.close());

const list = (filter: EventFilter) => budget.spend(() => store.listEvents(filter, 'DATE', PAGE));

describe('a budget of 200 rows', () => {
  test('suffices for a page that is found at once', async () => {
    expect((await list({})).items).toHaveLength(20);
  });

  test.each<EventFilter>([
    { minSources: 9 },
    { minConfidence: 1 },
    { text: 'met' },
    { noActors: ['act_1'], minSources: 9 },
  ])('ends the search among all events: %j', async (filter) => {
    await expect(list(filter)).rejects.toThrow(TooManyRows);
  });

  test('is new for each read', async () => {
    for (let read = 0; read < 20; read += 1) expect((await list({})).items).toHaveLength(20);
  });

  test('holds for no other read', async () => {
    expect(await store.countEvents({ minSources: 9 })).toBe(0);
    expect((await store.countFacet({}, 'type', 10)).map(({ count }) => count)).toEqual([600]);
  });
});
