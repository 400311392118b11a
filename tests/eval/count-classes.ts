import { align } from './align.ts';
import { classOf } from './classes.ts';
import type { Annotation } from './read-gold.ts';
import { type Answer, isRight } from './score.ts';

/** How many annotations of a class there are, and what became of them. */
export interface ClassCount {
  readonly name: string;
  gold: number;
  /** Overlapped by a prediction that stands for it. */
  found: number;
  /** Found with its very start and end. */
  exact: number;
  /** Found with its value; gold without a value is never right. */
  right: number;
}

/** The classes of gold, those with most annotations first. */
export function countClasses(answers: readonly Answer[]): readonly ClassCount[] {
  const counts = new Map<string, ClassCount>();
  for (const { gold, predicted } of answers) {
    const { pairs, missed } = align(gold, predicted);
    for (const one of missed) countOf(counts, one).gold += 1;
    for (const pair of pairs) {
      const count = countOf(counts, pair.gold);
      count.gold += 1;
      count.found += 1;
      if (pair.exact) count.exact += 1;
      if (pair.gold.value !== null && isRight(pair.gold, pair.predicted)) count.right += 1;
    }
  }
  return [...counts.values()].sort((one, other) => other.gold - one.gold || (one.name < other.name ? -1 : 1));
}

function countOf(counts: Map<string, ClassCount>, annotation: Annotation): ClassCount {
  const name = classOf(annotation);
  const count = counts.get(name) ?? { name, gold: 0, found: 0, exact: 0, right: 0 };
  counts.set(name, count);
  return count;
}
