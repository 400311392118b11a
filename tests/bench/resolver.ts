import { textTable } from '../../src/cli/output/text-table.ts';
import type { DatedText } from '../eval/read-gold.ts';
import { type Comparison, compareSpeed, countWords } from './compare-speed.ts';
import { spreadText } from './cpu-time.ts';
import { type GrowthRow, measureGrowth } from './growth.ts';

/** Compares the resolver with chrono-node alone: the speed of both, and its growth with the length of a text. */
export function benchResolver(documents: readonly DatedText[]): void {
  console.log(
    `resolver: ${documents.length} documents, ${countWords(documents)} words; CPU time, median (min–max)\n`,
  );
  console.log(comparisonLines(compareSpeed(documents)));
  console.log(growthLines(measureGrowth(documents)));
}

const comparisonLines = ({ ratio, wordsPerSecond }: Comparison): string =>
  textTable([
    ['resolver, words a second', spreadText(wordsPerSecond.resolver, 0)],
    ['chrono-node, words a second', spreadText(wordsPerSecond.chrono, 0)],
    ['resolver / chrono-node', spreadText(ratio, 2)],
  ]);

function growthLines(rows: readonly GrowthRow[]): string {
  const [first] = rows;
  const times = (time: number | null, base: number | null | undefined): readonly string[] =>
    time === null || base === null || base === undefined
      ? ['', '']
      : [time.toFixed(3), (time / base).toFixed(2)];
  return textTable([
    ['text of', 'resolver, ms/kB', 'to 1 kB', 'chrono-node, ms/kB', 'to 1 kB'],
    ...rows.map(({ size, resolver, chrono }) => [
      `${size} kB`,
      ...times(resolver, first?.resolver),
      ...times(chrono, first?.chrono),
    ]),
  ]);
}
