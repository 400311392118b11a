import type { TextOfLength } from './hostile-texts.ts';
import { withThreadCpu } from './thread-cpu.ts';

/**
 * Work in proportion grows fourfold: three times that is the limit, since a busy machine adds some.
 * Joining grows by 7.5 until its clusters have as many near ones as it compares. A square would grow sixteenfold.
 */
export const MOST_GROWTH = 12;

/** Below this the compiler's work and the collector's decide, not the length. */
const LEAST_MILLISECONDS = 40;

/** Other programs of the machine slow a run down at times, so that the fastest of three counts. */
const RUNS = 3;

/** How the CPU time of some work grows from a text to one of four times its length, and what the long one takes. */
export async function growthOf(
  textOf: TextOfLength,
  length: number,
  work: (text: string) => Promise<void>,
): Promise<{ readonly growth: number; readonly millisecondsAKilobyte: number }> {
  const short = await timeOf(textOf(length), work);
  const long = await timeOf(textOf(4 * length), work);
  return {
    growth: long / Math.max(short, LEAST_MILLISECONDS),
    millisecondsAKilobyte: (1000 * long) / (4 * length),
  };
}

async function timeOf(text: string, work: (text: string) => Promise<void>): Promise<number> {
  const runs: number[] = [];
  while (runs.length < RUNS) runs.push((await withThreadCpu(() => work(text))).milliseconds);
  return Math.min(...runs);
}
