import type { Account } from '../account.ts';
import { joinKeysOf } from '../join-keys.ts';

/** The most clusters that a key leads to: those with the most exact accounts. More share it in no ordinary text. */
const MOST_OF_A_KEY = 5000;

/**
 * The most accounts of other clusters that are compared. The clusters with most keys in common come first. More are near in no
 * ordinary text.
 */
const MOST_NEAR = 500;

/** Finds clusters that could agree with given accounts: they share a day and a key with them. */
export interface NearClusters {
  /** Adds an account to a cluster. Clusters are numbered from 0 on. */
  add(cluster: number, account: Account): void;
  /** Their numbers in rising order. */
  near(accounts: readonly Account[]): readonly number[];
}

interface Known {
  readonly keys: Set<string>;
  accountCount: number;
}

export function nearClusters(): NearClusters {
  const byKey = new Map<string, number[]>();
  const known: Known[] = [];
  // Plain numbers in arrays: a search reads them some thousand times.
  const earliest: number[] = [];
  const latest: number[] = [];
  /** The number of keys in common in the current search; else 0. */
  const shared: number[] = [];

  const begin = (cluster: number, { bounds }: Account): Known => {
    earliest[cluster] = bounds.earliestDay;
    latest[cluster] = bounds.latestDay;
    shared[cluster] = 0;
    const begun = { keys: new Set<string>(), accountCount: 0 };
    known[cluster] = begun;
    return begun;
  };
  return {
    add: (cluster, account) => {
      const own = known[cluster] ?? begin(cluster, account);
      own.accountCount += 1;
      earliest[cluster] = Math.min(earliest[cluster] ?? 0, account.bounds.earliestDay);
      latest[cluster] = Math.max(latest[cluster] ?? 0, account.bounds.latestDay);
      for (const key of joinKeysOf(account)) {
        if (own.keys.has(key)) continue;
        own.keys.add(key);
        const clusters = byKey.get(key);
        if (clusters === undefined) byKey.set(key, [cluster]);
        else if (clusters.length < MOST_OF_A_KEY) clusters.push(cluster);
      }
    },
    near: (accounts) => {
      const first = accounts.reduce((day, { bounds }) => Math.min(day, bounds.earliestDay), Infinity);
      const last = accounts.reduce((day, { bounds }) => Math.max(day, bounds.latestDay), -Infinity);
      const found: number[] = [];
      for (const key of new Set(accounts.flatMap(joinKeysOf)))
        for (const cluster of byKey.get(key) ?? []) {
          if ((earliest[cluster] ?? 0) > last || (latest[cluster] ?? 0) < first) continue;
          const count = shared[cluster] ?? 0;
          if (count === 0) found.push(cluster);
          shared[cluster] = count + 1;
        }
      const byCount = Map.groupBy(found, (cluster) => shared[cluster] ?? 0);
      for (const cluster of found) shared[cluster] = 0;
      return mostShared(byCount, known);
    },
  };
}

/** The clusters with the highest counts. Of equal ones, those found first count. */
function mostShared(byCount: ReadonlyMap<number, readonly number[]>, known: readonly Known[]): number[] {
  const kept: number[] = [];
  let accountCount = 0;
  for (const [, clusters] of [...byCount].sort(([a], [b]) => b - a))
    for (const cluster of clusters) {
      if (accountCount >= MOST_NEAR) break;
      accountCount += known[cluster]?.accountCount ?? 0;
      kept.push(cluster);
    }
  return kept.sort((a, b) => a - b);
}
