import { Client, type ClientConfig } from 'pg';
import { isConnectionLost } from '../postgres-errors.ts';

interface Server {
  readonly host: string;
  readonly port: number;
}

type Connected = (error: Error | null, client?: Client) => void;

/**
 * A class of connections to the primary among several servers. The primary is remembered until a connection to it fails. All
 * connections that wait for it share one search.
 */
export function primaryClient(urls: readonly string[], timeoutMs: number): typeof Client {
  let known: Promise<Server> | undefined;
  const find = (): Promise<Server> => {
    known ??= findPrimary(urls, timeoutMs);
    return known;
  };

  return class extends Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      // The pool listens for errors only once it has the connection.
      this.on('error', () => {});
    }

    override connect(): Promise<Client>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<Client> | undefined {
      const connected = this.#connectToPrimary();
      if (callback === undefined) return connected;
      connected.then((client) => callback(null, client), callback);
      return undefined;
    }

    async #connectToPrimary(): Promise<Client> {
      const searched = find();
      try {
        Object.assign(this, await searched);
        await super.connect();
        await refuseReplica(this);
        return this;
      } catch (error) {
        if (known === searched) known = undefined;
        this.end().catch(() => {});
        throw error;
      }
    }
  };
}

/** Asks all servers at once. Throws the error of a wrong setting, if there is any, or that none of them is the primary. */
async function findPrimary(urls: readonly string[], timeoutMs: number): Promise<Server> {
  const limits = { connectionTimeoutMillis: timeoutMs, query_timeout: timeoutMs };
  const asked = urls.map(async (url): Promise<Server> => {
    const client = new Client({ connectionString: url, ...limits });
    client.on('error', () => {});
    try {
      await client.connect();
      await refuseReplica(client);
      return { host: client.host, port: client.port };
    } finally {
      client.end().catch(() => {});
    }
  });
  try {
    return await Promise.any(asked);
  } catch (error) {
    const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
    throw errors.find((each) => !isConnectionLost(each)) ?? errors[0];
  }
}

/** Throws the error that PostgreSQL itself gives to a change on a replica. */
async function refuseReplica(client: Client): Promise<void> {
  const { rows } = await client.query<{ replica: string }>('SELECT pg_is_in_recovery()::text AS replica');
  if (rows[0]?.replica === 'true')
    throw Object.assign(new Error('the server is a replica'), { code: '25006' });
}
