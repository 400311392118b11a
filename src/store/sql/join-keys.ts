import { hash } from 'node:crypto';
import type { JoinKeys, JoinSubject } from '../port/event-store.ts';
import { spanBitsOf } from './event-columns.ts';

/** Hexadecimal digits of 48 bits, which a number holds exactly. */
const DIGITS = 12;

/** Most keys recur. So many are kept, and all are dropped when there are more. */
const MOST_KEPT = 20_000;
const hashes = new Map<string, number>();

/** The number of a text in the index of keys. Two texts may have the same number: joining compares the accounts themselves. */
function hashKey(text: string): number {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hashed = Number.parseInt(hash('sha1', text, 'hex').slice(0, DIGITS), 16);
  if (hashes.size >= MOST_KEPT) hashes.clear();
  hashes.set(text, hashed);
  return hashed;
}

/** The lengths of span that are searched one by one: a day, a week, a month, a year, a decade, and all longer or open spans. */
export const KEY_SPAN_BITS = [0, 3, 5, 9, 12, 24] as const;

/** The first of these lengths that the span fits in. */
export const keySpanBitsOf = (bounds: JoinKeys['bounds']): number | null =>
  KEY_SPAN_BITS.find((bits) => bits >= spanBitsOf(bounds)) ?? null;

/** Acts are bits of a number of so many. Acts that share a bit bring some accounts together that have nothing in common. */
const ACT_BITS = 48;
const HALF = 2 ** 32;

const actBitsOf = (acts: readonly string[]): number => {
  let bits = 0;
  for (const bit of new Set(acts.map((act) => hashKey(act) % ACT_BITS))) bits += 2 ** bit;
  return bits;
};

/** JavaScript's own operator knows 32 bits. */
const shareBit = (one: number, other: number): boolean =>
  (one & other) !== 0 || ((one / HALF) & (other / HALF)) !== 0;

/**
 * A key of an account: as a word or a participant, with the number of such keys that must be shared, else 0; and as a name, with the
 * acts of which one must be shared too, else 0.
 */
type AccountKey = readonly [key: number, enough: number, acts: number];

/** No participant's id is a word or a name. */
export function keysOf({
  participants,
  acts,
  names,
  words,
  enoughWords,
}: Omit<JoinKeys, 'bounds'>): readonly AccountKey[] {
  const keys = new Map<number, AccountKey>();
  for (const participant of participants) keys.set(hashKey(participant), [hashKey(participant), 1, 0]);
  for (const word of words) keys.set(hashKey(word), [hashKey(word), enoughWords, 0]);
  const bits = actBitsOf(acts);
  for (const key of bits === 0 ? [] : names.map(hashKey)) keys.set(key, [key, keys.get(key)?.[1] ?? 0, bits]);
  return [...keys.values()];
}

/** One key with the days on which it is searched for. */
type KeySearch = readonly [key: number, earliestDay: number, latestDay: number];

/** A search among the keys of the store: many accounts have keys and days in common, and each such pair is searched for once. */
export interface AccountSearch {
  readonly searches: readonly KeySearch[];
  /** The keys of each account, with the numbers of their searches. */
  readonly byAccount: readonly (readonly (readonly [search: number, enough: number, acts: number])[])[];
}

export function searchOf(accounts: JoinSubject['accounts']): AccountSearch {
  const numbers = new Map<string, Map<number, number>>();
  const searches: KeySearch[] = [];
  const numbersOf = ({ earliestDay, latestDay }: JoinKeys['bounds']): Map<number, number> => {
    const days = `${earliestDay} ${latestDay}`;
    const known = numbers.get(days) ?? new Map<number, number>();
    numbers.set(days, known);
    return known;
  };
  const byAccount = accounts.map(({ bounds, ...own }) => {
    const ofDays = numbersOf(bounds);
    return keysOf(own).map(([key, enough, acts]) => {
      const number = ofDays.get(key) ?? searches.push([key, bounds.earliestDay, bounds.latestDay]) - 1;
      ofDays.set(key, number);
      return [number, enough, acts] as const;
    });
  });
  return { searches, byAccount };
}

/** A stored account that has the key and days of a search, with what it asks for besides. */
export type FoundKey = readonly [search: number, account: number, enough: number, acts: number];

/** The stored accounts that share enough keys with one of the accounts of a search. */
export function accountsSharingEnough(
  { searches, byAccount }: AccountSearch,
  rows: readonly FoundKey[],
): readonly number[] {
  const found = new Set<number>();
  const bySearch: FoundKey[][] = searches.map(() => []);
  for (const row of rows) bySearch[row[0]]?.push(row);
  for (const own of byAccount) {
    const counts = new Map<number, number>();
    for (const [search, enough, acts] of own)
      for (const [, account, enoughForIt, actsOfIt] of bySearch[search] ?? []) {
        if (found.has(account)) continue;
        const asked = Math.min(enough, enoughForIt);
        const count = (counts.get(account) ?? 0) + Number(asked > 0);
        if (shareBit(acts, actsOfIt) || (asked > 0 && count >= asked)) found.add(account);
        else counts.set(account, count);
      }
  }
  return [...found];
}
