import { setTimeout } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { ReplicaStanding, StoreServers } from '../../port/store-servers.ts';
import { isRefusal } from '../postgres-errors.ts';
import { readRevision } from '../read/read-state.ts';
import { type Session, type SessionOptions, sessionOver } from '../session.ts';

/** The replicas of a primary. None of them answers from before the floor: the latest revision that an answer has shown. */
export interface Replicas extends Pick<StoreServers, 'seeRevision'> {
  /** Reads on a replica that is at the floor, or on the primary where none is. */
  read<T>(work: (session: Session) => Promise<T>): Promise<T>;
  floor(): number;
  /** A change is known to have this revision. */
  raise(revision: number): void;
  /** The lag of each replica behind a revision. */
  readLags(revision: number): Promise<readonly ReplicaStanding[]>;
  close(): Promise<void>;
}

interface Replica {
  readonly pool: Pool;
  /** Whether it is left alone, because it failed or was behind. */
  isResting: boolean;
  /** Its answer to the latest probe; null for none. */
  revision: number | null;
}

/** A replica is most often behind for milliseconds, and gone for many seconds. */
const SHORTEST_REST_MS = 20;
const LONGEST_REST_MS = 1000;

/** For the answer to a probe. */
const PROBE_MS = 1000;

const IS_BEHIND = new Error('the replica is behind');

/** Reads over the pools of a primary and its replicas, for one timeline. */
export function openReplicas(primary: Pool, pools: readonly Pool[], options: SessionOptions): Replicas {
  const replicas = pools.map((pool): Replica => ({ pool, isResting: false, revision: null }));
  const closing = new AbortController();
  /** The latest revision that the server of a connection has said. Connections to one address may lead to several servers. */
  const said = new WeakMap<PoolClient, number>();
  let floor = 0;
  let turn = 0;

  const raise = (revision: number): void => {
    floor = Math.max(floor, revision);
  };
  const ask = async (client: PoolClient, timeoutMs = options.timeoutMs): Promise<number> => {
    const revision = await readRevision(sessionOver(client, { ...options, timeoutMs }));
    said.set(client, revision);
    return revision;
  };

  /** Behind each statement the revision is asked in the same round trip. So the floor is never below an answer. */
  const sessionOn = (client: PoolClient): Session =>
    sessionOver(
      {
        query: async (config) => {
          const [result, revision] = await Promise.all([client.query(config), ask(client)]);
          raise(revision);
          return result;
        },
      },
      options,
    );

  const withClient = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      const value = await work(client);
      client.release();
      return value;
    } catch (error) {
      client.release(error !== IS_BEHIND);
      throw error;
    }
  };

  /** A replica that does not know the timeline yet is behind too. */
  const isAtFloor = async (client: PoolClient): Promise<boolean> =>
    (said.get(client) ?? -1) >= floor || (await ask(client).catch(() => -1)) >= floor;

  const readAtFloor = <T>(pool: Pool, work: (session: Session) => Promise<T>): Promise<T> =>
    withClient(pool, async (client) => {
      if (!(await isAtFloor(client))) throw IS_BEHIND;
      return work(sessionOn(client));
    });

  const probe = async (replica: Replica): Promise<number | null> => {
    replica.revision = await withClient(replica.pool, (client) => ask(client, PROBE_MS)).catch(() => null);
    return replica.revision;
  };

  /** Leaves a replica alone until it is at the floor again. */
  const rest = async (replica: Replica): Promise<void> => {
    if (replica.isResting) return;
    replica.isResting = true;
    const { signal } = closing;
    for (let pauseMs = SHORTEST_REST_MS; !signal.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_REST_MS)) {
      await setTimeout(pauseMs, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted || ((await probe(replica)) ?? -1) < floor) continue;
      replica.isResting = false;
      return;
    }
  };

  let asking: Promise<void> | undefined;
  const askPrimary = (): Promise<void> => {
    asking ??= withClient(primary, async (client) => raise(await ask(client))).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  // The first reads need not wait for a replica that is not there.
  for (const replica of replicas) void rest(replica);

  return {
    read: async (work) => {
      turn += 1;
      for (const index of replicas.keys()) {
        const replica = replicas[(turn + index) % replicas.length];
        if (replica === undefined || replica.isResting) continue;
        try {
          return await readAtFloor(replica.pool, work);
        } catch (error) {
          if (isRefusal(error)) throw error;
          void rest(replica);
        }
      }
      return withClient(primary, (client) => work(sessionOn(client)));
    },
    floor: () => floor,
    raise,
    seeRevision: async (revision) => {
      if (revision <= floor) return;
      const isShared = asking !== undefined;
      await askPrimary();
      // Others may have asked before this revision was saved.
      if (isShared && revision > floor) await askPrimary();
    },
    readLags: (revision) =>
      Promise.all(
        replicas.map(async (replica) => {
          const own = replica.isResting ? replica.revision : await probe(replica);
          return { answers: !replica.isResting, lag: own === null ? null : Math.max(0, revision - own) };
        }),
      ),
    close: async () => {
      closing.abort();
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}
