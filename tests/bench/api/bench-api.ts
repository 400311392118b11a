import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textTable } from '../../../src/cli/text-table.ts';
import { InputProblem } from '../../eval/input-problem.ts';
import { type Spread, spreadOf } from '../cpu-time.ts';
import { answerTo, loadServer } from './load.ts';
import { writePlainTables } from './plain-tables.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { CONTENDERS, type Contender, type Workload, workloadsOf } from './workloads.ts';
import { writeStore } from './write-store.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'migrations', 'sqlite');
const RIVALS = join(import.meta.dirname, '..', 'rivals', 'node_modules');
const ROUNDS = 5;
const LOAD = { connections: 4, seconds: 1 };

type Servers = ReadonlyMap<Contender, ServerProcess>;

/** What one server did in one round. */
interface Measure {
  readonly rate: number;
  readonly cpuMs: number;
}

/** `npm run bench -- api`: Dateline, the yardstick and other GraphQL servers on the same events, in turn. */
export async function benchApi(eventCount: number): Promise<void> {
  if (!existsSync(RIVALS))
    throw new InputProblem('the rivals are not installed: npm ci --prefix tests/bench/rivals');
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
  const files = await benchFiles(eventCount);
  const servers = new Map<Contender, ServerProcess>();
  try {
    for (const contender of CONTENDERS) servers.set(contender, await startServer(contender, files));
    const starts = [...servers].map(([name, { startMs }]) => [name, `${startMs.toFixed(0)} ms`]);
    const workloads = [
      ...workloadsOf(files.store, eventCount),
      await unchangedPage(servers, files.store, eventCount),
    ];
    console.log(
      `${eventCount} events; ratios to the yardstick (requests a second, then CPU time a request), ${ROUNDS} rounds\n`,
    );
    const rows: string[][] = [
      ['workload', 'yardstick /s', ...CONTENDERS.filter((name) => name !== 'yardstick')],
    ];
    for (const workload of workloads) rows.push(await compare(servers, workload));
    console.log(textTable(rows));
    const peaks = [...servers].map(([name, server]) => [name, `${server.peakMb().toFixed(0)} MB`]);
    console.log(textTable([['start until listening', ''], ...starts, ['peak memory', ''], ...peaks]));
  } finally {
    for (const server of servers.values()) await server.stop();
  }
}

/** Made once and kept for the next run. */
async function benchFiles(count: number): Promise<{ readonly store: string; readonly plain: string }> {
  const folder = join(tmpdir(), 'dateline-bench');
  mkdirSync(folder, { recursive: true });
  const key = `${count}-${await schemaKey()}`;
  const [store, plain] = [join(folder, `events-${key}.sqlite`), join(folder, `plain-${key}.sqlite`)];
  if (!existsSync(store)) await writeStore(store, count);
  if (!existsSync(plain)) writePlainTables(plain, store);
  return { store, plain };
}

/** Files of another schema are of no use. */
async function schemaKey(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(MIGRATIONS)).sort()) hash.update(await readFile(join(MIGRATIONS, name)));
  return hash.digest('hex').slice(0, 8);
}

/** The REST page again, by a client that has it: the yardstick knows no entity tags and sends it. */
async function unchangedPage(servers: Servers, storeFile: string, count: number): Promise<Workload> {
  const page = workloadsOf(storeFile, count).find(({ name }) => name === 'REST page')?.requests;
  const port = servers.get('dateline')?.port;
  if (page?.dateline === undefined || port === undefined) throw new Error('no REST page to ask for');
  const agent = new Agent({ keepAlive: true });
  const known = [];
  for (const request of page.dateline) {
    const { etag = '' } = await answerTo(agent, port, request);
    known.push({ ...request, headers: { 'if-none-match': etag } });
  }
  agent.destroy();
  return { name: 'REST page, unchanged', requests: { ...page, dateline: known } };
}

async function compare(servers: Servers, { name, requests }: Workload): Promise<string[]> {
  const measures = new Map<Contender, Measure[]>();
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [contender, server] of servers) {
      const own = requests[contender];
      if (own === undefined) continue;
      const measure = await measureRound(server, own);
      if (round >= 0) measures.set(contender, [...(measures.get(contender) ?? []), measure]);
    }
  const base = measures.get('yardstick') ?? [];
  const cell = (contender: Contender): string => {
    const own = measures.get(contender);
    if (own === undefined) return '';
    const rates = spreadOf(own.map(({ rate }, round) => rate / (base[round]?.rate ?? Number.NaN)));
    const costs = spreadOf(own.map(({ cpuMs }, round) => (base[round]?.cpuMs ?? Number.NaN) / cpuMs));
    return `${ratio(rates)} ${ratio(costs)}`;
  };
  const rate = spreadOf(base.map((measure) => measure.rate)).median.toFixed(0);
  return [name, rate, ...CONTENDERS.filter((one) => one !== 'yardstick').map(cell)];
}

async function measureRound(
  server: ServerProcess,
  requests: Parameters<typeof loadServer>[1],
): Promise<Measure> {
  const before = server.cpuMs();
  const load = await loadServer(server.port, requests, LOAD);
  return { rate: load.requests / load.seconds, cpuMs: (server.cpuMs() - before) / load.requests };
}

const ratio = ({ median, min, max }: Spread): string =>
  `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
