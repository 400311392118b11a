import type { TextOfLength } from './hostile-texts.ts';
import { fastestOnThread, RUNS, withThreadCpu } from './thread-cpu.ts';

/**
 * Work in proportion grows fourfold: three times that is the limit, since a busy machine adds some.
 * Joining grows by 7.5 until its clusters have as many near ones as it compares. A square would grow sixteenfold.
 */
export const MOST_GROWTH = 12;

/** Below this the compiler's work and the collector's decide, not the length. */
const LEAST_MILLISECONDS = 40;

/**
 * How the CPU time of some work grows from a text to one of four times its length, and what the long one takes. The long
 * text is read again only where it took more than `most` milliseconds a kilobyte or grew more than `MOST_GROWTH`.
 */
export async function growthOf(
  textOf: TextOfLength,
  length: number,
  work: (text: string) => Promise<void>,
  most = Number.POSITIVE_INFINITY,
): Promise<{ readonly growth: number; readonly millisecondsAKilobyte: number }> {
  const [shortText, longText] = [textOf(length), textOf(4 * length)];
  const { milliseconds: short } = await fastestOnThread(() => work(shortText));
  let long = Number.POSITIVE_INFINITY;
  const growth = (): number => long / Math.max(short, LEAST_MILLISECONDS);
  const aKilobyte = (): number => (1000 * long) / (4 * length);
  for (let run = 0; run < RUNS && (growth() >= MOST_GROWTH || aKilobyte() >= most); run += 1)
    long = Math.min(long, (await withThreadCpu(() => work(longText))).milliseconds);
  return { growth: growth(), millisecondsAKilobyte: aKilobyte() };
}
