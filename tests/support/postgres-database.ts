import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';

const server = inject('postgres');

/** The reason for which this machine runs no PostgreSQL, for `describe.skipIf`. */
export const missingPostgres: string | null = 'missing' in server ? server.missing : null;

/** A new database for the tests of a file; returns its address. */
export function postgresDatabase(name: string): () => string {
  if ('missing' in server) return () => '';
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  beforeAll(() => execute(server.url, `CREATE DATABASE ${name}`));
  afterAll(() => execute(server.url, `DROP DATABASE ${name} WITH (FORCE)`));
  return () => url.href;
}

/** Runs a statement on a connection of its own. */
export const execute = (url: string, sql: string): Promise<readonly unknown[]> =>
  withClient(url, async (client) => (await client.query(sql)).rows);

/** Works with a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
