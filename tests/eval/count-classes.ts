import { align } from './align.ts';
import { classOf } from './classes.ts';
import type { Annotation } from './read-gold.ts';
import { type Answer, isRight } from './score.ts';

/** The number of annotations of a class, and how many of them were found. */
export interface ClassCount {
  readonly name: string;
  gold: number;
  /** Paired with a prediction that overlaps it. */
  found: number;
  /** Found with its exact start and end. */
  exact: number;
  /** Found with its value. An annotation without a value is never counted as right. */
  right: number;
}

/** The classes of the annotations, the most frequent first. */
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
