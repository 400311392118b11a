import type { Account } from '../account.ts';

/** The most clusters that a key leads to: those with the most exact accounts. More share it in no ordinary text. */
const MOST_OF_A_KEY = 5000;

/**
 * The most accounts of other clusters that are compared. The clusters with most keys in common come first. More are near in no
 * ordinary text.
 */
const MOST_NEAR = 500;

/** Finds clusters that could agree with given accounts: they share a day with them, and a word, a participant, or an act and a name. */
export interface NearClusters {
  /** Adds an account to a cluster. Clusters are numbered from 0 on. */
  add(cluster: number, account: Account): void;
  /** Their numbers in rising order. */
  near(accounts: readonly Account[]): readonly number[];
}

interface Known {
  readonly keys: Set<string>;
  readonly names: Set<string>;
  accountCount: number;
}

type Index = Map<string, number[]>;

export function nearClusters(): NearClusters {
  const byKey: Index = new Map();
  const byName: Index = new Map();
  const known: Known[] = [];
  const actBits = bitsOfActs();
  // Plain numbers in arrays: a search reads them some thousand times.
  const earliest: number[] = [];
  const latest: number[] = [];
  const acts: number[] = [];
  /** The number of keys in common in the current search; else 0. */
  const shared: number[] = [];

  const begin = (cluster: number, { bounds }: Account): Known => {
    earliest[cluster] = bounds.earliestDay;
    latest[cluster] = bounds.latestDay;
    acts[cluster] = 0;
    shared[cluster] = 0;
    const begun = { keys: new Set<string>(), names: new Set<string>(), accountCount: 0 };
    known[cluster] = begun;
    return begun;
  };
  return {
    add: (cluster, account) => {
      const own = known[cluster] ?? begin(cluster, account);
      own.accountCount += 1;
      earliest[cluster] = Math.min(earliest[cluster] ?? 0, account.bounds.earliestDay);
      latest[cluster] = Math.max(latest[cluster] ?? 0, account.bounds.latestDay);
      acts[cluster] = (acts[cluster] ?? 0) | actBits([account]);
      for (const key of account.keys) addTo(byKey, own.keys, key, cluster);
      for (const name of account.links.names) addTo(byName, own.names, name, cluster);
    },
    near: (accounts) => {
      const first = accounts.reduce((day, { bounds }) => Math.min(day, bounds.earliestDay), Infinity);
      const last = accounts.reduce((day, { bounds }) => Math.max(day, bounds.latestDay), -Infinity);
      const found: number[] = [];
      const count = (clusters: readonly number[], bits: number): void => {
        for (const cluster of clusters) {
          if ((earliest[cluster] ?? 0) > last || (latest[cluster] ?? 0) < first) continue;
          if (bits !== 0 && ((acts[cluster] ?? 0) & bits) === 0) continue;
          const keys = shared[cluster] ?? 0;
          if (keys === 0) found.push(cluster);
          shared[cluster] = keys + 1;
        }
      };
      for (const key of keysOf(accounts)) count(byKey.get(key) ?? [], 0);
      const bits = actBits(accounts);
      const names = bits === 0 ? [] : accounts.flatMap(({ links }) => [...links.names]);
      for (const name of new Set(names)) count(byName.get(name) ?? [], bits);
      const accountCount = found.reduce((sum, cluster) => sum + (known[cluster]?.accountCount ?? 0), 0);
      const near = accountCount <= MOST_NEAR ? found : mostShared(found, { shared, known });
      for (const cluster of found) shared[cluster] = 0;
      return near.sort((a, b) => a - b);
    },
  };
}

/** The keys of accounts, each once. Most searches are those of one account. */
const keysOf = (accounts: readonly Account[]): Iterable<string> =>
  accounts.length === 1 ? (accounts[0]?.keys ?? []) : new Set(accounts.flatMap(({ keys }) => keys));

function addTo(index: Index, own: Set<string>, key: string, cluster: number): void {
  if (own.has(key)) return;
  own.add(key);
  const clusters = index.get(key);
  if (clusters === undefined) index.set(key, [cluster]);
  else if (clusters.length < MOST_OF_A_KEY) clusters.push(cluster);
}

/** An integer has so many bits. */
const BITS = 32;

/** Acts as bits of one number. Acts that share a bit bring some clusters near that have nothing in common. */
function bitsOfActs(): (accounts: readonly Account[]) => number {
  const numbers = new Map<string, number>();
  return (accounts) => {
    let bits = 0;
    for (const { links } of accounts)
      for (const act of links.acts) {
        const number = numbers.get(act) ?? numbers.size;
        numbers.set(act, number);
        bits |= 1 << (number % BITS);
      }
    return bits;
  };
}

/** The clusters with the highest counts. Of equal ones, those found first count. */
function mostShared(
  found: readonly number[],
  { shared, known }: { readonly shared: readonly number[]; readonly known: readonly Known[] },
): number[] {
  const byCount = Map.groupBy(found, (cluster) => shared[cluster] ?? 0);
  const kept: number[] = [];
  let accountCount = 0;
  for (const [, clusters] of [...byCount].sort(([a], [b]) => b - a))
    for (const cluster of clusters) {
      if (accountCount >= MOST_NEAR) break;
      accountCount += known[cluster]?.accountCount ?? 0;
      kept.push(cluster);
    }
  return kept;
}
