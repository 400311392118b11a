import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { textTable } from '../../../src/cli/output/text-table.ts';
import { copyStore } from '../../../src/store/copy-store.ts';
import { InputProblem } from '../../eval/input-problem.ts';
import { startPostgres } from '../../support/postgres-cluster.ts';
import { buildServers } from '../api/bench-api.ts';
import { storeOf } from '../api/bench-files.ts';
import { type Measure, ratioText } from '../api/compare-workload.ts';
import { answersOf } from '../api/load.ts';
import { RIVALS, type ServerProcess, serveDatabase, startProcess, untilIdle } from '../api/server-process.ts';
import { spreadOf } from '../cpu-time.ts';
import { clusterPid, measureWithCluster } from './cluster-time.ts';
import { PLAIN_SCHEMA } from './plain-schema.ts';
import { type PostgresContender, type PostgresWorkload, postgresWorkloads } from './postgres-workloads.ts';

const ROUNDS = 7;

type Servers = ReadonlyMap<PostgresContender, ServerProcess>;

/**
 * `npm run bench -- postgres`: Dateline over PostgreSQL and over SQLite, one hand-written statement a request through `pg`, and
 * PostGraphile, over the same events and the same PostgreSQL, in turn.
 */
export async function benchPostgres(count: number): Promise<void> {
  if (!existsSync(join(RIVALS, 'node_modules', 'postgraphile')))
    throw new InputProblem('the rivals are not installed: npm ci --prefix tests/bench/rivals');
  buildServers();
  const file = await storeOf(count);
  const cluster = await startPostgres();
  if (cluster.kind === 'missing') throw new InputProblem(cluster.reason);
  const servers = new Map<PostgresContender, ServerProcess>();
  try {
    console.error('copying the events into PostgreSQL …');
    await copyStore(`sqlite:${file}`, cluster.url, {});
    await preparePlainTables(cluster.url);
    const pid = await clusterPid(cluster.url);
    servers.set('dateline', await serveDatabase(cluster.url));
    servers.set('sqlite', await serveDatabase(`sqlite:${file}`));
    servers.set('yardstick', await startProcess([join(RIVALS, 'pg-yardstick.js'), cluster.url]));
    servers.set('postgraphile', await startProcess([join(RIVALS, 'postgraphile.js'), cluster.url]));
    for (const server of servers.values()) await untilIdle(server);
    console.log(`${count} events, ${ROUNDS} rounds in turn, CPU time with that of PostgreSQL\n`);
    const workloads = postgresWorkloads(file, count);
    for (const workload of workloads) await requireSameEvents(servers, workload);
    const rows = [HEADINGS];
    for (const workload of workloads) rows.push(await rowOf(servers, workload, pid));
    console.log(textTable(rows));
  } finally {
    for (const server of servers.values()) await server.stop();
    await cluster.stop();
  }
}

/** Makes the plain tables of the rivals. */
async function preparePlainTables(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(PLAIN_SCHEMA);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

const HEADINGS = [
  'workload',
  'CPU µs',
  'rate: PostGraphile',
  'CPU: PostGraphile',
  'CPU: one statement of pg',
  'rate: SQLite',
];

async function rowOf(servers: Servers, workload: PostgresWorkload, cluster: number): Promise<string[]> {
  const rounds = new Map<PostgresContender, Measure[]>();
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [name, server] of servers) {
      const measure = await measureWithCluster(server, workload.requests[name], cluster);
      if (round >= 0) rounds.set(name, [...(rounds.get(name) ?? []), measure]);
    }
  const ratio = (other: PostgresContender, figure: (round: Measure) => number): string => {
    const others = (rounds.get(other) ?? []).map(figure);
    const ratios = (rounds.get('dateline') ?? []).map((own, n) => figure(own) / (others[n] ?? Number.NaN));
    return ratioText(spreadOf(ratios));
  };
  const cpu = spreadOf((rounds.get('dateline') ?? []).map(({ cpuMs }) => 1000 * cpuMs)).median;
  return [
    workload.name,
    cpu.toFixed(0),
    ratio('postgraphile', ({ rate }) => rate),
    ratio('postgraphile', ({ cpuMs }) => cpuMs),
    ratio('yardstick', ({ cpuMs }) => cpuMs),
    ratio('sqlite', ({ rate }) => rate),
  ];
}

const COMPARED = 20;

/** Throws where two servers answer a question with other events, or in another order. */
async function requireSameEvents(servers: Servers, { name, requests }: PostgresWorkload): Promise<void> {
  const answers = new Map<PostgresContender, readonly string[]>();
  for (const [contender, server] of servers) {
    const texts = await answersOf(server.port, requests[contender].slice(0, COMPARED));
    answers.set(
      contender,
      texts.map((text) => (text.match(/\bevt_\w+/g) ?? []).join(' ')),
    );
  }
  const expected = answers.get('yardstick');
  for (const [contender, ids] of answers)
    if (!isDeepStrictEqual(ids, expected)) throw new Error(`${name}: ${contender} answers with other events`);
}
