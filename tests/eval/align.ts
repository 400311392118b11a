import type { Annotation } from './read-gold.ts';
import type { Prediction } from './score.ts';

export interface Pair {
  readonly gold: Annotation;
  readonly predicted: Prediction;
  /** Whether both have the same start and end. */
  readonly exact: boolean;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly missed: readonly Annotation[];
  readonly spurious: readonly Prediction[];
}

interface Overlap extends Pair {
  /** In code units, at least 1. */
  readonly length: number;
}

/**
 * Pairs annotations with predictions in a document, each with at most one. Equal spans pair first, then longer overlaps,
 * then the earlier annotation and the earlier prediction (the relaxed match of TempEval-3).
 */
export function align(gold: readonly Annotation[], predicted: readonly Prediction[]): Alignment {
  const takenGold = new Set<Annotation>();
  const takenPredicted = new Set<Prediction>();
  const pairs: Pair[] = [];
  for (const overlap of overlapsOf(gold, predicted).sort(bestFirst)) {
    if (takenGold.has(overlap.gold) || takenPredicted.has(overlap.predicted)) continue;
    takenGold.add(overlap.gold);
    takenPredicted.add(overlap.predicted);
    pairs.push({ gold: overlap.gold, predicted: overlap.predicted, exact: overlap.exact });
  }
  return {
    pairs,
    missed: gold.filter((one) => !takenGold.has(one)),
    spurious: predicted.filter((one) => !takenPredicted.has(one)),
  };
}

const overlapsOf = (gold: readonly Annotation[], predicted: readonly Prediction[]): Overlap[] =>
  gold.flatMap((one) => predicted.map((other) => overlapOf(one, other)).filter(({ length }) => length > 0));

const overlapOf = (gold: Annotation, predicted: Prediction): Overlap => ({
  gold,
  predicted,
  exact: gold.start === predicted.start && gold.end === predicted.end,
  length: Math.min(gold.end, predicted.end) - Math.max(gold.start, predicted.start),
});

const bestFirst = (one: Overlap, other: Overlap): number =>
  Number(other.exact) - Number(one.exact) ||
  other.length - one.length ||
  one.gold.start - other.gold.start ||
  one.predicted.start - other.predicted.start;
