import type { DatedText } from '../eval/read-gold.ts';
import { cpuTime, type Spread, spreadOf } from './cpu-time.ts';
import { type Reader, readWithChrono, readWithResolver } from './readers.ts';

const ROUNDS = 7;
const BATCH = 25;

export interface Comparison {
  /** The ratio of the resolver to chrono-node in each round. */
  readonly ratio: Spread;
  readonly wordsPerSecond: { readonly resolver: Spread; readonly chrono: Spread };
}

interface Round {
  readonly resolver: number;
  readonly chrono: number;
}

/** Measures both readers on the same documents, batch by batch in turn, after a round that only warms them up. */
export function compareSpeed(documents: readonly DatedText[]): Comparison {
  const batches = batchesOf(documents);
  runRound(batches);
  const rounds = Array.from({ length: ROUNDS }, () => runRound(batches));
  const words = countWords(documents);
  const speed = (reader: keyof Round): Spread =>
    spreadOf(rounds.map((round) => (1000 * words) / round[reader]));
  return {
    ratio: spreadOf(rounds.map(({ resolver, chrono }) => resolver / chrono)),
    wordsPerSecond: { resolver: speed('resolver'), chrono: speed('chrono') },
  };
}

export const countWords = (documents: readonly DatedText[]): number =>
  documents.reduce((count, { text }) => count + (text.match(/\S+/g)?.length ?? 0), 0);

function batchesOf(documents: readonly DatedText[]): readonly (readonly DatedText[])[] {
  const count = Math.ceil(documents.length / BATCH);
  return Array.from({ length: count }, (_, index) => documents.slice(index * BATCH, (index + 1) * BATCH));
}

function runRound(batches: readonly (readonly DatedText[])[]): Round {
  const round = { resolver: 0, chrono: 0 };
  const measure = (name: keyof Round, read: Reader, batch: readonly DatedText[]): void => {
    round[name] += cpuTime(() => batch.forEach(read));
  };
  for (const [index, batch] of batches.entries()) {
    if (index % 2 === 0) measure('resolver', readWithResolver, batch);
    measure('chrono', readWithChrono, batch);
    if (index % 2 === 1) measure('resolver', readWithResolver, batch);
  }
  return round;
}
