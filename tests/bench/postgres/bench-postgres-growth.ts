import pg from 'pg';
import { textTable } from '../../../src/cli/output/text-table.ts';
import { copyStore } from '../../../src/store/copy-store.ts';
import { InputProblem } from '../../eval/input-problem.ts';
import { startPostgres } from '../../support/postgres-cluster.ts';
import { buildServers } from '../api/bench-api.ts';
import { storeOf } from '../api/bench-files.ts';
import { growthRows, type Sized, SMALLEST } from '../api/bench-growth.ts';
import { serveDatabase, untilIdle } from '../api/server-process.ts';
import { workloadsOf } from '../api/workloads.ts';
import { clusterPid, measureWithCluster } from './cluster-time.ts';

/**
 * `npm run bench -- postgres-growth`: the cost of a request in larger and larger databases of one PostgreSQL server, in turn,
 * compared with the smallest one. The CPU time is that of the program and of PostgreSQL together.
 */
export async function benchPostgresGrowth(largest: number): Promise<void> {
  buildServers();
  const cluster = await startPostgres();
  if (cluster.kind === 'missing') throw new InputProblem(cluster.reason);
  const sizes: Sized[] = [];
  try {
    for (let count = SMALLEST; count <= largest; count *= 10) {
      const store = await storeOf(count);
      const url = await databaseOf(cluster.url, count);
      console.error(`copying ${count} events into PostgreSQL …`);
      await copyStore(`sqlite:${store}`, url);
      await settle(url);
      sizes.push({ count, server: await serveDatabase(url), workloads: workloadsOf(store, count) });
    }
    for (const { server } of sizes) await untilIdle(server);
    const pid = await clusterPid(cluster.url);
    console.log(`CPU time a request with that of PostgreSQL, times that of ${SMALLEST} events\n`);
    const rows = await growthRows(sizes, (server, requests) => measureWithCluster(server, requests, pid));
    console.log(textTable(rows));
  } finally {
    for (const { server } of sizes) await server.stop();
    await cluster.stop();
  }
}

async function databaseOf(url: string, count: number): Promise<string> {
  const name = `events_${count}`;
  await run(url, `CREATE DATABASE ${name}`);
  return url.replace(/[^/]*$/, name);
}

/** Autovacuum would do this later, in the middle of a measurement. */
const settle = (url: string): Promise<void> => run(url, 'VACUUM ANALYZE');

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
