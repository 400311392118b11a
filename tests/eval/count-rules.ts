import { align } from './align.ts';
import { type Answer, isRight, type Prediction } from './score.ts';

/** The number of predictions of a rule, and how many of them were right. */
export interface RuleCount {
  readonly name: string;
  predicted: number;
  /** Predictions paired with an annotation. */
  found: number;
  /** Predictions with the annotation's value. A rule is worth keeping while their share exceeds half of value F1. */
  right: number;
}

/** The rules that made predictions, the most frequent first. */
export function countRules(answers: readonly Answer[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { gold, predicted } of answers) {
    const { pairs, spurious } = align(gold, predicted);
    for (const one of spurious) countOf(counts, one).predicted += 1;
    for (const pair of pairs) {
      const count = countOf(counts, pair.predicted);
      count.predicted += 1;
      count.found += 1;
      if (pair.gold.value !== null && isRight(pair.gold, pair.predicted)) count.right += 1;
    }
  }
  return [...counts.values()].sort(
    (one, other) => other.predicted - one.predicted || (one.name < other.name ? -1 : 1),
  );
}

function countOf(counts: Map<string, RuleCount>, { rule = 'gold' }: Prediction): RuleCount {
  const count = counts.get(rule) ?? { name: rule, predicted: 0, found: 0, right: 0 };
  counts.set(rule, count);
  return count;
}
