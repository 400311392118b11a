import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/api/app.ts';
import { readinessBy, storeAnswers } from '../../src/startup/readiness.ts';
import { bundledMigrations, openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import type { ServersStanding } from '../../src/store/port/store-servers.ts';
import { openPostgresStore, type PostgresUse } from '../../src/store/postgres/open-postgres-store.ts';
import { followChanges, type RevisionChanges } from '../../src/timeline/read/follow-changes.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { createTestTimeline, ingestText } from '../support/open-test-timeline.ts';
import { type RunningPostgres, startPostgres, startReplica } from '../support/postgres-cluster.ts';
import { execute, missingPostgres } from '../support/postgres-database.ts';

/*
 * Drills on a primary and a replica of their own. They are in the order of their damage: the last one kills the primary.
 */

describe.skipIf(missingPostgres !== null)(`a primary and its replica${missingPostgres ?? ''}`, () => {
  let primary: RunningPostgres;
  let replica: RunningPostgres;

  beforeAll(async () => {
    const started = await startPostgres();
    if (started.kind === 'missing') throw new Error(started.reason);
    primary = started;
    replica = await startReplica(primary);
    await (await openStore(primary.url)).close();
  });
  afterAll(() => Promise.all([primary.stop(), replica.stop()]));

  /** The address of both servers: the primary is whichever takes changes. */
  const both = (): string => replica.url.replace(/\/postgres$/, `,${new URL(primary.url).host}/postgres`);

  const open = async (use: PostgresUse = {}): Promise<EventStore> => {
    const migrations = await bundledMigrations('postgres');
    const given = { shared: true, replicaUrls: [replica.url], ...use };
    const store = await openPostgresStore(both(), migrations, given);
    onTestFinished(() => store.close());
    return store;
  };

  async function serve(store: EventStore): Promise<FastifyInstance> {
    const timeline = createTestTimeline(store);
    const app = await buildApp({
      timeline,
      log: false,
      version: 'test',
      readiness: readinessBy([storeAnswers(timeline)], timeline.servers),
      writeTokens: ADAS_TOKEN,
    });
    onTestFinished(() => app.close());
    return app;
  }

  const standing = async (store: EventStore): Promise<ServersStanding | undefined> =>
    store.servers?.readStanding();

  /** Waits until reads go to the replica. */
  const untilReplicaAnswers = (store: EventStore) =>
    expect
      .poll(() => standing(store), { timeout: 60_000 })
      .toEqual({ role: 'primary', canWrite: true, replicas: [{ answers: true, lag: 0 }] });

  const send = (app: FastifyInstance, text: string) =>
    app.inject({
      method: 'POST',
      url: '/v1/articles',
      headers: { ...BY_ADA, 'content-type': 'text/plain' },
      payload: text,
    });

  const textOf = (day: number): string => `Russia moved ${day} tanks on ${day} December 2021.`;

  /** The revision is that of the server that was asked, in the entity tag. The days are those of the events in the answer. */
  const read = async (app: FastifyInstance, headers: Readonly<Record<string, string>> = {}) => {
    const { statusCode, headers: answered, body } = await app.inject({ url: '/v1/events', headers });
    const [, revision] = /^"(\d+)-/.exec(String(answered['etag'])) ?? [];
    const days = [...body.matchAll(/"edtf":"2021-12-(\d\d)"/g)].map(([, day]) => Number(day));
    return { statusCode, revision: Number(revision), days: new Set(days).size };
  };

  /** Each article of these drills adds an event on a day of its own. */
  const stateAt = (revision: number) => ({ statusCode: 200, revision, days: revision });

  const pauseReplay = async (): Promise<void> => {
    await execute(replica.url, 'SELECT pg_wal_replay_pause()');
    onTestFinished(async () => {
      await execute(replica.url, 'SELECT pg_wal_replay_resume()');
    });
  };

  test.each<[string, number, (revision: number) => Readonly<Record<string, string>>]>([
    ['names in a header', 1, (revision) => ({ 'dateline-revision': String(revision) })],
    ['has an entity tag of', 2, (revision) => ({ 'if-none-match': `W/"${revision}-any-br"` })],
  ])(
    'reads go to the replica, and past it while it is behind the revision that a client %s',
    async (_, day, seen) => {
      const [writer, reader] = [await open(), await open()];
      const [here, elsewhere] = [await serve(writer), await serve(reader)];
      await Promise.all([untilReplicaAnswers(writer), untilReplicaAnswers(reader)]);
      await pauseReplay();
      const { revision } = (await send(here, textOf(day))).json<{ revision: number }>();
      expect(await read(here)).toEqual(stateAt(revision));
      // The other server cannot know of the change, and its replica has not got it.
      expect(await read(elsewhere)).toEqual(stateAt(revision - 1));
      expect(await read(elsewhere, seen(revision))).toEqual(stateAt(revision));
      expect(await read(elsewhere)).toEqual(stateAt(revision));
      expect((await elsewhere.inject('/readyz')).json()).toEqual({
        status: 'ready',
        version: 'test',
        database: { role: 'primary', canWrite: true, replicas: [{ answers: false, lag: 1 }] },
      });
    },
  );

  test('a change by another program is announced, so that a follower need not ask', async () => {
    const [writer, reader] = [await open(), await open()];
    const since = await reader.readRevision();
    const changes = followChanges(createTestTimeline(reader), {
      since,
      // Without an announcement, this pause would not end.
      pause: (onChange) => new Promise((resolve) => onChange?.(resolve)),
      signal: new AbortController().signal,
    });
    expect((await changes.next()).value).toBeNull();
    const next = firstChanges(changes);
    await ingestText(createTestTimeline(writer), textOf(3));
    expect((await next).revision).toBe(since + 1);
  });

  test('when all connections of the server are taken, a request is refused and does not wait', async () => {
    const app = await serve(await open({ replicaUrls: [] }));
    const hogs: Client[] = [];
    onTestFinished(async () => {
      await Promise.all(hogs.map((hog) => hog.end()));
    });
    const hogAll = async (): Promise<void> => {
      for (let hog = new Client(primary.url); ; hog = new Client(primary.url)) {
        hog.on('error', () => {});
        if (await hog.connect().then(Boolean, () => false)) hogs.push(hog);
        else return;
      }
    };
    await hogAll();
    await hogs[0]?.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dateline'",
    );
    await hogAll();
    const answer = await app.inject('/v1/events');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'STORE_BUSY']);
  });

  test('a replica that hangs is passed over, and where the primary hangs too, the reader is refused', async () => {
    const store = await open({ readTimeoutMs: 200, connectTimeoutMs: 1000 });
    await untilReplicaAnswers(store);
    const app = await serve(store);
    const { revision } = await read(app);
    onTestFinished(() => resume());
    const resume = (): void => {
      for (const server of [primary, replica]) server.signal('SIGCONT');
    };
    replica.signal('SIGSTOP');
    expect(await read(app)).toEqual(stateAt(revision));
    primary.signal('SIGSTOP');
    expect((await read(app)).statusCode).toBe(503);
    resume();
    await untilReplicaAnswers(store);
    expect(await read(app)).toEqual(stateAt(revision));
  });

  test('nothing that was acknowledged is lost with the primary, and no client goes back in time', async () => {
    await execute(primary.url, 'ALTER SYSTEM SET synchronous_standby_names = replica');
    await execute(primary.url, 'ALTER SYSTEM SET synchronous_commit = remote_apply');
    await execute(primary.url, 'SELECT pg_reload_conf()');
    const store = await open();
    await untilReplicaAnswers(store);
    const idle = await open({ replicaUrls: [], connections: 1 });
    expect(await standing(idle)).toEqual({ role: 'primary', canWrite: true, replicas: [] });
    const app = await serve(store);
    const acknowledged: string[] = [];
    const days = Array.from({ length: 24 }, (_, index) => index + 5);
    const [rest, signal] = [[...days], new AbortController()];

    const sender = async (): Promise<void> => {
      for (let day = rest.shift(); day !== undefined; day = rest.shift()) {
        let answer = await send(app, textOf(day));
        while (answer.statusCode === 503) answer = await send(app, textOf(day));
        acknowledged.push(answer.json<{ articleId: string }>().articleId);
        if (acknowledged.length === 8) {
          primary.signal('SIGKILL');
          await execute(replica.url, 'SELECT pg_promote()');
        }
      }
    };
    const seen: number[] = [];
    const reader = async (): Promise<void> => {
      while (!signal.signal.aborted) {
        const { statusCode, revision } = await read(app, { 'dateline-revision': String(seen.at(-1) ?? 0) });
        if (statusCode === 200) seen.push(revision);
      }
    };
    const followed: number[] = [];
    const follower = async (): Promise<void> => {
      const pause = async (): Promise<void> => void (await setImmediate());
      const since = await store.readRevision();
      for await (const group of followChanges(createTestTimeline(store), {
        since,
        pause,
        signal: signal.signal,
      }))
        if (group !== null) followed.push(group.revision);
    };
    const watching = [reader(), follower()];
    await Promise.all([sender(), sender(), sender()]);
    signal.abort();
    await Promise.all(watching);

    expect(acknowledged).toHaveLength(days.length);
    const missing = await Promise.all(
      acknowledged.map(async (id) =>
        (await app.inject(`/v1/articles/${id}`)).statusCode === 200 ? [] : [id],
      ),
    );
    expect(missing.flat()).toEqual([]);
    expect(await store.verify()).toEqual([]);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(followed).toEqual(Array.from(followed, (_, index) => (followed[0] ?? 0) + index));
    expect(await standing(store)).toMatchObject({ role: 'primary', canWrite: true });
    // It asks nobody between the death of the primary and this.
    expect(await standing(idle)).toMatchObject({ role: 'primary', canWrite: true });
  });
});

/** The first group of changes that is to come. */
async function firstChanges(changes: AsyncIterable<RevisionChanges | null>): Promise<RevisionChanges> {
  for await (const group of changes) if (group !== null) return group;
  throw new Error('the changes have ended');
}
