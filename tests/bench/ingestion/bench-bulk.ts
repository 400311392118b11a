import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { textTable } from '../../../src/cli/output/text-table.ts';
import { dispatch } from '../dispatches.ts';

/** As `npm run dateline` starts it. */
export const PROGRAM = [
  '--max-semi-space-size=16',
  join(import.meta.dirname, '..', '..', '..', 'src', 'launcher.js'),
];
const WORDS = 600;
/** Articles that the measurement of speed leaves out: a program begins slowly. */
export const WARM_UP = 300;
const POLL_MS = 200;
/** Linux counts the time of processes and threads in hundredths of a second. */
const TICK_MS = 10;

/** `npm run bench -- bulk`: `dateline ingest` of one file on one core and on all cores. */
export async function benchBulk(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    const file = join(folder, 'articles.ndjson');
    await writeArticles(file, count);
    console.log(`bulk ingest of ${count} articles of ${WORDS} words\n`);
    const rows = [
      [
        'cores',
        'articles a second',
        'CPU ms an article',
        'of the saving thread',
        'MB after a half',
        'peak MB',
      ],
    ];
    for (const cores of ['0', ''])
      rows.push(rowOf(cores, await measureBulk(cores, file, join(folder, `on-${cores}.sqlite`))));
    console.log(textTable(rows));
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function writeArticles(file: string, count: number): Promise<void> {
  const stream = createWriteStream(file);
  for (let number = 0; number < count; number += 1) {
    const { text, title, publisher, publishedOn } = dispatch(number, WORDS, 'UNJOINED');
    const isFull = !stream.write(`${JSON.stringify({ text, title, publisher, publishedOn })}\n`);
    if (isFull) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

interface Moment {
  readonly articles: number;
  readonly atMs: number;
  readonly cpuMs: number;
  readonly saverMs: number;
  readonly peakMb: number;
}

interface BulkMeasure {
  /** Articles a second. */
  readonly rate: number;
  /** CPU time an article on all threads, and on the one that saves. */
  readonly cpuMs: number;
  readonly saverMs: number;
  readonly halfMb: number;
  readonly peakMb: number;
}

const rowOf = (cores: string, { rate, cpuMs, saverMs, halfMb, peakMb }: BulkMeasure): string[] => [
  cores === '' ? 'all' : '1',
  rate.toFixed(1),
  cpuMs.toFixed(1),
  `${saverMs.toFixed(1)} (${((100 * saverMs) / cpuMs).toFixed(0)} %)`,
  halfMb.toFixed(0),
  peakMb.toFixed(0),
];

/** `cores` are those that the program may run on; all of them where it is empty. */
export async function measureBulk(cores: string, input: string, database: string): Promise<BulkMeasure> {
  const ingest = [process.execPath, ...PROGRAM, '--db', database, 'ingest', input];
  const [command = '', ...args] = cores === '' ? ingest : ['taskset', '-c', cores, ...ingest];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let articles = 0;
  child.stdout.on('data', (text: Buffer) => {
    articles += text.filter((byte) => byte === 0x0a).length;
  });
  const moments: Moment[] = [];
  while (child.exitCode === null) {
    const moment = momentOf(child.pid ?? 0, articles);
    if (moment !== undefined) moments.push(moment);
    await setTimeout(POLL_MS);
  }
  const first = moments.find((moment) => moment.articles >= WARM_UP);
  const last = moments.at(-1);
  if (first === undefined || last === undefined || last.articles <= first.articles)
    throw new Error('too few articles to measure');
  const done = last.articles - first.articles;
  const half = moments.find((moment) => moment.articles >= last.articles / 2);
  return {
    rate: (1000 * done) / (last.atMs - first.atMs),
    cpuMs: (last.cpuMs - first.cpuMs) / done,
    saverMs: (last.saverMs - first.saverMs) / done,
    halfMb: half?.peakMb ?? Number.NaN,
    peakMb: last.peakMb,
  };
}

/** Undefined where the process has ended. Its first thread saves. */
function momentOf(pid: number, articles: number): Moment | undefined {
  try {
    const peakKb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (peakKb === undefined) return undefined;
    return {
      articles,
      atMs: performance.now(),
      cpuMs: cpuMsIn(`/proc/${pid}/stat`),
      saverMs: cpuMsIn(`/proc/${pid}/task/${pid}/stat`),
      peakMb: Number(peakKb) / 1024,
    };
  } catch {
    return undefined;
  }
}

function cpuMsIn(file: string): number {
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return TICK_MS * (Number(fields[11]) + Number(fields[12]));
}
