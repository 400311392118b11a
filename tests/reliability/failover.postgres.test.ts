import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/api/app.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import type { ServersStanding } from '../../src/store/port/store-servers.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { createTestTimeline } from '../support/open-test-timeline.ts';
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
  const both = (): string => primary.url.replace(/\/postgres$/, `,${new URL(replica.url).host}/postgres`);

  const open = async (use: { readTimeoutMs?: number; connectTimeoutMs?: number } = {}) => {
    const store = await openStore(both(), { shared: true, replicaUrls: [replica.url], ...use });
    onTestFinished(() => store.close());
    return store;
  };

  async function serve(store: EventStore): Promise<FastifyInstance> {
    const timeline = createTestTimeline(store);
    const app = await buildApp({
      timeline,
      log: false,
      version: 'test',
      readiness: async () => ({ ready: true }),
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

  const textOf = (ship: number): string => `The ship ${ship} left Odessa on ${(ship % 28) + 1} March 2021.`;

  const read = async (app: FastifyInstance, headers: Readonly<Record<string, string>> = {}) => {
    const { statusCode, headers: answered } = await app.inject({ url: '/v1/events', headers });
    return { statusCode, revision: Number(answered['dateline-revision']) };
  };

  const pauseReplay = async (): Promise<void> => {
    await execute(replica.url, 'SELECT pg_wal_replay_pause()');
    onTestFinished(async () => {
      await execute(replica.url, 'SELECT pg_wal_replay_resume()');
    });
  };

  test('reads go to the replica, and past it while it is behind what a client has seen', async () => {
    const [writer, reader] = [await open(), await open()];
    const [here, elsewhere] = [await serve(writer), await serve(reader)];
    await Promise.all([untilReplicaAnswers(writer), untilReplicaAnswers(reader)]);
    await pauseReplay();
    const { revision } = (await send(here, textOf(1))).json<{ revision: number }>();
    await writer.servers?.seeRevision(revision);
    expect(await read(here)).toEqual({ statusCode: 200, revision });
    // The other server cannot know of the change, and its replica has not got it.
    expect(await read(elsewhere)).toEqual({ statusCode: 200, revision: revision - 1 });
    expect(await read(elsewhere, { 'dateline-revision': String(revision) })).toEqual({
      statusCode: 200,
      revision,
    });
    expect(await read(elsewhere)).toEqual({ statusCode: 200, revision });
    expect(await standing(reader)).toEqual({
      role: 'primary',
      canWrite: true,
      replicas: [{ answers: false, lag: 1 }],
    });
  });
});
