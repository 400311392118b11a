import { describe, expect, onTestFinished, test } from 'vitest';
import { articleId } from '../../src/domain/event/ids.ts';
import { bundledMigrations, openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { openPostgresStore, type PostgresUse } from '../../src/store/postgres/open-postgres-store.ts';
import { createTestTimeline, ingestText } from '../support/open-test-timeline.ts';
import { execute, missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { buildArticle, buildChange, buildEvent, buildMention } from './build-event.ts';
import { saveArticle } from './save-change.ts';

/** The migrations of one back end, by their numbers and names. */
const migrationsOf = async (dialect: 'sqlite' | 'postgres'): Promise<readonly string[]> =>
  (await bundledMigrations(dialect)).map(({ number, name }) => `${number} ${name}`);

/** The tables that were analysed by a program, and not by autovacuum. */
const ANALYSED =
  'SELECT relname::text AS name FROM pg_stat_user_tables WHERE last_analyze IS NOT NULL ORDER BY relname';

test('both back ends have migrations of the same numbers and names', async () => {
  expect(await migrationsOf('postgres')).toEqual(await migrationsOf('sqlite'));
});

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('server');
  const empty = postgresDatabase('server_empty');
  const foreign = postgresDatabase('server_foreign');
  const growing = postgresDatabase('server_growing');

  const open = async (use: PostgresUse = {}): Promise<EventStore> => {
    const store = await openPostgresStore(url(), await bundledMigrations('postgres'), use);
    onTestFinished(() => store.close());
    return store;
  };

  /** The processes of the server that serve this database, but not the one that is asked. */
  const backends = async (): Promise<readonly number[]> => {
    const rows = await execute(
      url(),
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'dateline' AND datname = current_database()`,
    );
    return rows.map((row) => Number(Object(row).pid));
  };

  test('servers that start at once on a new database bring it up to date once', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore(empty())));
    expect(await Promise.all(stores.map((store) => store.readRevision()))).toEqual([0, 0, 0]);
    await Promise.all(stores.map((store) => store.close()));
    const applied = await execute(empty(), 'SELECT number FROM schema_migrations');
    expect(applied).toHaveLength((await migrationsOf('postgres')).length);
  });

  test('a database of another program is left alone', async () => {
    await execute(foreign(), 'CREATE TABLE recipes (name text)');
    await expect(openStore(foreign())).rejects.toMatchObject({ code: 'BAD_CONFIG' });
    expect(
      await execute(foreign(), 'SELECT tablename FROM pg_tables WHERE schemaname = current_schema()'),
    ).toEqual([{ tablename: 'recipes' }]);
  });

  test('a server that is not there, or takes no such user, is a mistake in the settings or refused, without a secret', async () => {
    const nobody = new URL(url());
    nobody.port = '1';
    nobody.password = 'secret';
    const gone = await openStore(nobody.href).catch((error: unknown) => error);
    expect(gone).toMatchObject({ code: 'STORE_BUSY' });
    expect(String(gone)).not.toContain('secret');
    const unknown = new URL(url());
    unknown.pathname = '/no_such_database';
    await expect(openStore(unknown.href)).rejects.toMatchObject({ code: 'BAD_CONFIG' });
  });

  test('two stores on one database write one after the other, and each change has one effect', async () => {
    const stores = await Promise.all([open(), open()]);
    const texts = Array.from({ length: 8 }, (_, day) => `Russia moved troops on ${day + 1} December 2021.`);
    const reports = await Promise.all(
      stores.flatMap((store) => texts.map((text) => ingestText(createTestTimeline(store), text))),
    );
    const outcomes = reports.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([...texts.map(() => 'ADDED'), ...texts.map(() => 'UNCHANGED')]);
    expect(await stores[0]?.readSummary()).toMatchObject({ revision: 8, articleCount: 8, eventCount: 8 });
    expect(await stores[0]?.verify()).toEqual([]);
  });

  test('a read goes on after its connections are lost, and a change that loses its own leaves nothing', async () => {
    const store = await open();
    const before = await store.readRevision();
    const killed = store.withTimeline(async (unit) => {
      await unit.saveArticle(buildChange({ article: buildArticle('killed') }));
      for (const pid of await backends()) await execute(url(), `SELECT pg_terminate_backend(${pid})`);
      return unit.readRevision();
    });
    await expect(killed).rejects.toMatchObject({ code: 'STORE_BUSY' });
    expect(await store.readRevision()).toBe(before);
    expect(await store.getArticle(articleId('art_killed'))).toBeUndefined();
    const article = buildArticle('after');
    const events = [buildEvent('after', { mentions: [buildMention('after', { article })] })];
    expect(await saveArticle(store, buildChange({ article, events }))).toBe(before + 1);
  });

  test('tables that grow are analysed before autovacuum comes to them', async () => {
    const store = await openStore(growing());
    for (let number = 0; number < 8; number += 1) {
      const article = buildArticle(`n${number}`);
      const events = Array.from({ length: 100 }, (_, index) =>
        buildEvent(`${number}-${index}`, { mentions: [buildMention(`${number}-${index}`, { article })] }),
      );
      await saveArticle(store, buildChange({ article, events }));
    }
    await expect
      .poll(() => execute(growing(), ANALYSED), { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['events', 'served_documents'].map((name) => ({ name }))));
    expect(await execute(growing(), ANALYSED)).not.toContainEqual({ name: 'purges' });
    await store.close();
  });

  /** Replaces the table of markers by one that is slow to read. */
  async function withSlowMarkers(work: () => Promise<void>): Promise<void> {
    await execute(url(), 'ALTER TABLE markers RENAME TO markers_aside');
    await execute(
      url(),
      "CREATE VIEW markers AS SELECT 1 AS timeline_id, 'a' AS name, pg_sleep(9)::text AS value",
    );
    await work();
    await execute(url(), 'DROP VIEW markers');
    await execute(url(), 'ALTER TABLE markers_aside RENAME TO markers');
  }

  test('a read beyond its limit is refused, and a caller who waits too long for a connection is too', async () => {
    const store = await open({ shared: true, readTimeoutMs: 3000, connections: 1, connectTimeoutMs: 1000 });
    await withSlowMarkers(async () => {
      const codes = [store.readMarker('a'), store.readRevision()].map((read) =>
        read.catch((error) => error.code),
      );
      expect(await Promise.all(codes)).toEqual(['LIMIT_EXCEEDED', 'STORE_BUSY']);
    });
    expect(await store.readMarker('a')).toBeUndefined();
  });

  test('a server that hangs is given up', async () => {
    const store = await open({ shared: true, readTimeoutMs: 20 });
    // A unit has a longer limit than the read below, so that opening its connection may take its time.
    await store.withTimeline((unit) => unit.readRevision());
    const pids = await backends();
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      await expect(store.readRevision()).rejects.toMatchObject({ code: 'STORE_BUSY' });
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
  });
});
