import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a server, or the reason for which there is none. */
    postgres: { readonly url: string } | { readonly missing: string };
  }
}

let server: PostgresServer | undefined;

/** Vitest calls this before the tests that need PostgreSQL. One server serves all tests of a run. */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres();
  project.provide('postgres', server.kind === 'missing' ? { missing: server.reason } : { url: server.url });
}

export async function teardown(): Promise<void> {
  if (server?.kind === 'running') await server.stop();
}
