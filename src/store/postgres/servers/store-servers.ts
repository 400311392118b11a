import type { Pool } from 'pg';
import type { ServersStanding, StoreServers } from '../../port/store-servers.ts';
import { isConnectionLost } from '../postgres-errors.ts';
import { type SessionOptions, sessionOver } from '../session.ts';
import type { ChangeNews } from './change-news.ts';
import type { Replicas } from './replicas.ts';

/** The connections of a store beside those to its primary. */
export interface FurtherConnections {
  readonly replicas?: Replicas | null;
  readonly news?: ChangeNews | null;
}

/** A health check waits no longer. */
const TIMEOUT_MS = 2000;

interface StandingRow {
  readonly revision: number;
  readonly is_replica: number;
  readonly is_read_only: number;
}

const STANDING = `
  SELECT s.revision, pg_is_in_recovery() AS is_replica, current_setting('transaction_read_only')::boolean AS is_read_only
  FROM store_state s`;

/** The servers of a store, by the connections that it has to them. */
export function storeServers(
  primary: Pool,
  options: SessionOptions,
  { replicas = null, news = null }: FurtherConnections,
): StoreServers {
  const session = sessionOver(primary, { ...options, timeoutMs: TIMEOUT_MS });
  return {
    seeRevision: async (revision) => replicas?.seeRevision(revision),
    noteRevision: (revision) => replicas?.raise(revision),
    shownRevision: () => replicas?.floor() ?? null,
    onChange: (listener) =>
      news?.onChange(options.timeline, (revision) => {
        // A replica may not have this change yet, and the listener asks for it now.
        if (revision !== undefined) replicas?.raise(revision);
        listener();
      }) ?? (() => {}),
    readStanding: async (): Promise<ServersStanding> => {
      // After a failover, the first try may find out that the known primary has gone. The second one looks for the new one.
      const ask = (): Promise<readonly StandingRow[]> => session.read<StandingRow>(STANDING);
      const [row] = await ask()
        .catch((error) => (isConnectionLost(error) ? ask() : []))
        .catch(() => []);
      const lags = (await replicas?.readLags(row?.revision ?? replicas.floor())) ?? [];
      if (row === undefined) return { role: 'unreachable', canWrite: false, replicas: lags };
      return {
        role: row.is_replica === 1 ? 'replica' : 'primary',
        canWrite: row.is_read_only === 0,
        replicas: lags,
      };
    },
  };
}
