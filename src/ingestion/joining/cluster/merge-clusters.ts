import { type Account, byExactness } from '../account.ts';
import type { AccountScore } from '../score/score-accounts.ts';
import { averageScore } from './average-score.ts';
import type { JoinRule } from './separations.ts';

/** Accounts of one event, the most exact first. Each has its score at joining; the first has null. */
export interface Cluster {
  readonly accounts: readonly Account[];
  readonly scores: readonly (AccountScore | null)[];
}

/** Two clusters by index, the lower first, with the average score of their accounts. */
interface Pair {
  readonly one: number;
  readonly other: number;
  readonly score: AccountScore;
}

/**
 * Merges clusters whose accounts agree on average, the best pair first, until no pair agrees. `near` lists
 * the clusters with a key in common; other pairs cannot agree.
 */
export function mergeClusters(
  clusters: readonly Cluster[],
  near: Iterable<ReadonlySet<number>>,
  { mayJoin, threshold }: JoinRule,
): readonly Cluster[] {
  const merged: (Cluster | null)[] = [...clusters];
  const compare = (one: number, other: number): Pair[] => {
    const [a, b] = [merged[one], merged[other]];
    if (a == null || b == null || !mayJoin(a.accounts, b.accounts)) return [];
    const score = averageScore(a.accounts, b.accounts);
    return score.score < threshold ? [] : [{ one, other, score }];
  };
  let pairs = pairsOf(near).flatMap(([one, other]) => compare(one, other));
  for (let best = bestOf(pairs); best !== undefined; best = bestOf(pairs)) {
    const { one, other, score } = best;
    const [a, b] = [merged[one], merged[other]];
    if (a == null || b == null) throw new TypeError('a merged cluster is merged once');
    merged[one] = mergedOf(a, b, score);
    merged[other] = null;
    const touched = pairs.filter((pair) => [pair.one, pair.other].some((at) => at === one || at === other));
    const partners = new Set(touched.flatMap((pair) => [pair.one, pair.other]));
    pairs = pairs.filter((pair) => !touched.includes(pair));
    for (const at of partners)
      if (at !== one && at !== other) pairs.push(...compare(Math.min(one, at), Math.max(one, at)));
  }
  return merged.flatMap((cluster) => cluster ?? []);
}

/** Among equal pairs the oldest clusters come first. */
const bestOf = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.toSorted((a, b) => b.score.score - a.score.score || a.one - b.one || a.other - b.other)[0];

function pairsOf(near: Iterable<ReadonlySet<number>>): readonly (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  for (const together of near) {
    const sorted = [...together].sort((a, b) => a - b);
    for (const [place, one] of sorted.entries())
      for (const other of sorted.slice(place + 1)) pairs.set(`${one} ${other}`, [one, other]);
  }
  return [...pairs.values()];
}

/** The first account of the absorbed cluster takes the score of the pair. */
function mergedOf(one: Cluster, other: Cluster, score: AccountScore): Cluster {
  const scores = other.scores.map((own) => own ?? score);
  const placed = [
    ...one.accounts.map((account, index) => ({ account, score: one.scores[index] ?? null })),
    ...other.accounts.map((account, index) => ({ account, score: scores[index] ?? null })),
  ].sort((a, b) => byExactness(a.account, b.account));
  return { accounts: placed.map(({ account }) => account), scores: placed.map((each) => each.score) };
}
