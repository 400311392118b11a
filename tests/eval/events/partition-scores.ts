import type { Rates } from '../score.ts';

/** An item with its gold group and its predicted group; null on a side that lacks the item. */
export interface Grouped {
  readonly gold: string | null;
  readonly predicted: string | null;
}

/** A fraction of nothing is 1, because nothing was wrong. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

const ratesOf = (precision: number, recall: number): Rates => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});

/** Precision: the share of joined pairs that belong together. Recall: the share of pairs belonging together that were joined. */
export function scorePairs(items: readonly Grouped[]): Rates {
  const count = (keyOf: (item: Grouped) => string | null): number =>
    sum(sizesOf(items, keyOf).map((size) => (size * (size - 1)) / 2));
  const both = count(({ gold, predicted }) =>
    gold === null || predicted === null ? null : JSON.stringify([gold, predicted]),
  );
  const predicted = count((item) => item.predicted);
  const gold = count((item) => item.gold);
  return ratesOf(share(both, predicted), share(both, gold));
}

/** B-cubed (Bagga and Baldwin, 1998): the share of an item's group that belongs with the item, averaged over items. */
export function scoreBCubed(items: readonly Grouped[]): Rates {
  const found = items.filter((item) => item.predicted !== null);
  const known = items.filter((item) => item.gold !== null);
  const together = (one: Grouped): number =>
    items.filter((other) => other.gold === one.gold && other.predicted === one.predicted).length;
  const isBoth = (item: Grouped): boolean => item.gold !== null && item.predicted !== null;
  const precision = sum(
    found
      .filter(isBoth)
      .map((one) => together(one) / found.filter((o) => o.predicted === one.predicted).length),
  );
  const recall = sum(
    known.filter(isBoth).map((one) => together(one) / known.filter((o) => o.gold === one.gold).length),
  );
  return ratesOf(share(precision, found.length), share(recall, known.length));
}

function sizesOf(items: readonly Grouped[], keyOf: (item: Grouped) => string | null): readonly number[] {
  const sizes = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return [...sizes.values()];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
