import { hash } from 'node:crypto';
import type { JoinKeys, JoinSubject } from '../port/event-store.ts';
import { spanBitsOf } from './event-columns.ts';

/** Hexadecimal digits of 48 bits, which a number holds exactly. */
const DIGITS = 12;

/** The number of a text in the index of keys. Two texts may have the same number: joining compares the accounts themselves. */
const hashKey = (text: string): number => Number.parseInt(hash('sha1', text, 'hex').slice(0, DIGITS), 16);

/** The lengths of span that are searched one by one: a day, a week, a month, a year, a decade, and all longer or open spans. */
export const KEY_SPAN_BITS = [0, 3, 5, 9, 12, 24] as const;

/** The first of these lengths that the span fits in. */
export const keySpanBitsOf = (bounds: JoinKeys['bounds']): number | null =>
  KEY_SPAN_BITS.find((bits) => bits >= spanBitsOf(bounds)) ?? null;

/** Each key with the number of shared keys that is enough. No actor's id is a word. */
export const keysOf = ({
  actors,
  words,
  enoughWords,
}: Omit<JoinKeys, 'bounds'>): readonly (readonly [key: number, enough: number])[] => [
  ...actors.map((actor) => [hashKey(actor), 1] as const),
  ...words.map((word) => [hashKey(word), enoughWords] as const),
];

/** One key of one account, to be searched for among the keys of the store. */
export type KeySearch = readonly [
  account: number,
  key: number,
  enough: number,
  earliestDay: number,
  latestDay: number,
];

export const searchesOf = (accounts: JoinSubject['accounts']): readonly KeySearch[] =>
  accounts.flatMap(({ bounds, ...own }, account) =>
    keysOf(own).map(
      ([key, enough]): KeySearch => [account, key, enough, bounds.earliestDay, bounds.latestDay],
    ),
  );
