import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textTable } from '../../../src/cli/output/text-table.ts';
import { InputProblem } from '../../eval/input-problem.ts';
import { spreadOf, spreadText } from '../cpu-time.ts';
import type { Coverage } from '../dispatches.ts';
import type { Batch } from './ingesting-process.ts';

const CHECKOUT = join(import.meta.dirname, '..', '..', '..');
const PROGRAM = join(import.meta.dirname, 'ingesting-process.ts');
const WORDS = 600;
const WARM_UP = 100;
const ROUNDS = 15;
const A_ROUND = 20;

/**
 * `npm run bench -- ingestion --against FOLDER`: the CPU time that this checkout and another one take for an article, reading,
 * joining and saving included. The two take turns with the same articles. A ratio below 1 means that this checkout is faster.
 */
export async function ingestAgainst(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'package.json')))
    throw new InputProblem(`${folder} is no checkout: it has no package.json`);
  console.log(
    `ingestion: CPU time of an article of ${WORDS} words, median (min–max) of ${ROUNDS} rounds of ${A_ROUND} articles\n`,
  );
  const rows = [['', 'this, ms', 'other, ms', 'this: other', 'this, articles a second', 'other']];
  for (const coverage of ['UNJOINED', 'JOINED'] as const) rows.push(await compare(folder, coverage));
  console.log(textTable(rows));
}

async function compare(folder: string, coverage: Coverage): Promise<string[]> {
  const processes = [fork(PROGRAM, [CHECKOUT]), fork(PROGRAM, [folder])] as const;
  const [here, there] = processes;
  try {
    const first = { from: 0, count: WARM_UP, words: WORDS, coverage };
    for (const each of processes) await cpuMs(each, first);
    const rounds: { readonly one: number; readonly other: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const batch = { ...first, from: WARM_UP + round * A_ROUND, count: A_ROUND };
      // The checkout that goes first changes from round to round.
      const early = round % 2 === 0 ? await cpuMs(here, batch) : undefined;
      const other = await cpuMs(there, batch);
      rounds.push({ one: early ?? (await cpuMs(here, batch)), other });
    }
    const one = spreadOf(rounds.map((round) => round.one / A_ROUND));
    const other = spreadOf(rounds.map((round) => round.other / A_ROUND));
    return [
      coverage,
      spreadText(one, 1),
      spreadText(other, 1),
      spreadText(spreadOf(rounds.map((round) => round.one / round.other)), 2),
      (1000 / one.median).toFixed(0),
      (1000 / other.median).toFixed(0),
    ];
  } finally {
    for (const each of processes) each.disconnect();
  }
}

async function cpuMs(process: ChildProcess, batch: Batch): Promise<number> {
  const answered = new AbortController();
  const { signal } = answered;
  process.send(batch);
  try {
    const [milliseconds] = await Promise.race([
      once(process, 'message', { signal }),
      once(process, 'exit', { signal }).then(([code]) => {
        throw new Error(`the process of a checkout ended with ${code}`);
      }),
    ]);
    return milliseconds;
  } finally {
    answered.abort();
  }
}
