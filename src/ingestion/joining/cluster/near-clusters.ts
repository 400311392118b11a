import type { Account } from '../account.ts';
import { joinKeysOf } from '../join-keys.ts';

/** The most clusters that a key leads to: those with the most exact accounts. More share it in no ordinary text. */
const MOST_OF_A_KEY = 5000;

/** The most clusters that are compared with given accounts: those with most keys in common. */
const MOST_NEAR = 256;

/** Finds clusters that could agree with given accounts: they share a day and a key with them. */
export interface NearClusters {
  /** Adds an account to a cluster. Clusters are numbered from 0 on. */
  add(cluster: number, account: Account): void;
  /** Their numbers in rising order. */
  near(accounts: readonly Account[]): readonly number[];
}

interface Days {
  earliest: number;
  latest: number;
}

export function nearClusters(most: number = MOST_NEAR): NearClusters {
  const clustersOf = new Map<string, Set<number>>();
  const days: Days[] = [];
  /** The keys that each cluster shares with the accounts of the current search; else 0. */
  const shared: number[] = [];
  return {
    add: (cluster, account) => {
      days[cluster] = daysOf([account], days[cluster]);
      shared[cluster] = 0;
      for (const key of joinKeysOf(account)) {
        const clusters = clustersOf.get(key);
        if (clusters === undefined) clustersOf.set(key, new Set([cluster]));
        else if (clusters.size < MOST_OF_A_KEY) clusters.add(cluster);
      }
    },
    near: (accounts) => {
      const { earliest, latest } = daysOf(accounts);
      const found: number[] = [];
      for (const key of new Set(accounts.flatMap(joinKeysOf)))
        for (const cluster of clustersOf.get(key) ?? []) {
          const own = days[cluster];
          if (own === undefined || own.earliest > latest || own.latest < earliest) continue;
          const count = shared[cluster] ?? 0;
          if (count === 0) found.push(cluster);
          shared[cluster] = count + 1;
        }
      if (found.length > most) found.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b);
      for (const cluster of found) shared[cluster] = 0;
      return found.slice(0, most).sort((a, b) => a - b);
    },
  };
}

/** The days from the first to the last of some accounts, and of days known before. */
function daysOf(accounts: readonly Account[], known?: Days): Days {
  const days = { earliest: Number.POSITIVE_INFINITY, latest: Number.NEGATIVE_INFINITY, ...known };
  for (const { bounds } of accounts) {
    days.earliest = Math.min(days.earliest, bounds.earliestDay);
    days.latest = Math.max(days.latest, bounds.latestDay);
  }
  return days;
}
