import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { textTable } from '../../../src/cli/output/text-table.ts';
import { InputProblem } from '../../eval/input-problem.ts';
import { startPostgres } from '../../support/postgres-cluster.ts';
import { cpuMsOf } from '../api/server-process.ts';
import { measureBulk, PROGRAM, WARM_UP, writeArticles } from '../ingestion/bench-bulk.ts';
import { clusterMs, clusterPid } from './cluster-time.ts';

const WORKERS = 2;
const POLL_MS = 100;

/**
 * `npm run bench -- workers`: articles of the queue read by two `dateline work`, with PostgreSQL on the same cores, beside
 * `dateline ingest` of the same articles into a SQLite file.
 */
export async function benchWorkers(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const cluster = await startPostgres();
  if (cluster.kind === 'missing') throw new InputProblem(cluster.reason);
  try {
    const file = join(folder, 'articles.ndjson');
    await writeArticles(file, count);
    console.log(`${count} articles read by ${WORKERS} workers on PostgreSQL, and by bulk ingest on SQLite\n`);
    const bulk = await measureBulk('', file, join(folder, 'bulk.sqlite'));
    const work = await measureWorkers(cluster.url, file);
    console.log(
      textTable([
        ['', 'articles a second', 'CPU ms an article', 'of it PostgreSQL', 'tries an article'],
        ['bulk ingest', bulk.rate.toFixed(1), bulk.cpuMs.toFixed(1), '', ''],
        [
          'workers',
          work.rate.toFixed(1),
          work.cpuMs.toFixed(1),
          work.clusterMs.toFixed(1),
          work.tries.toFixed(2),
        ],
        ['ratio', (work.rate / bulk.rate).toFixed(2), (work.cpuMs / bulk.cpuMs).toFixed(2), '', ''],
      ]),
    );
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true });
  }
}

interface Work {
  readonly rate: number;
  readonly cpuMs: number;
  readonly clusterMs: number;
  readonly tries: number;
}

/** The articles of the warm-up are left out, as they are of the bulk ingest. */
async function measureWorkers(url: string, file: string): Promise<Work> {
  const settings = { env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error' } };
  const dateline = (...args: readonly string[]) =>
    spawn(process.execPath, [...PROGRAM, ...args], { ...settings, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(dateline('enqueue', file).stdout.resume(), 'end');
  const cluster = await clusterPid(url);
  let articles = 0;
  const workers = Array.from({ length: WORKERS }, () => dateline('work', '--drain'));
  for (const { stdout } of workers)
    stdout.on('data', (text: Buffer) => {
      articles += text.filter((byte) => byte === 0x0a).length;
    });
  const ends = workers.map((worker) => once(worker, 'exit'));
  const moment = () => {
    const own = workers.map(({ pid }) => cpuMsSoFar(pid ?? 0)).reduce((sum, ms) => sum + ms, 0);
    return { articles, atMs: performance.now(), cpuMs: own, clusterMs: clusterMs(cluster) };
  };
  let first: ReturnType<typeof moment> | undefined;
  let last = moment();
  while (workers.every(({ exitCode }) => exitCode === null)) {
    last = moment();
    if (articles >= WARM_UP) first ??= last;
    await setTimeout(POLL_MS);
  }
  await Promise.all(ends);
  if (first === undefined || last.articles === first.articles)
    throw new InputProblem('too few articles to measure');
  const done = last.articles - first.articles;
  const ofCluster = (last.clusterMs - first.clusterMs) / done;
  return {
    rate: (1000 * done) / (last.atMs - first.atMs),
    cpuMs: (last.cpuMs - first.cpuMs) / done + ofCluster,
    clusterMs: ofCluster,
    tries: await triesOf(url),
  };
}

/** A worker that has ended takes no more time. */
function cpuMsSoFar(pid: number): number {
  try {
    return cpuMsOf(pid);
  } catch {
    return 0;
  }
}

/** How often an article was taken from the queue, and its saving begun anew. */
async function triesOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ tries: string }>(`
      SELECT (sum(j.tries) + (SELECT d.xact_rollback FROM pg_stat_database d WHERE d.datname = current_database()))
        / count(*)::float8 AS tries FROM jobs j`);
    return Number(rows[0]?.tries);
  } finally {
    await client.end();
  }
}
