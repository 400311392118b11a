import type { Account } from './account.ts';

/**
 * What two accounts of one event have at least one of in common: an actor, a place or a word of what they tell. Only
 * accounts that share a key are compared, here and in the store.
 */
export const joinKeysOf = ({ actors, places, words }: Account): readonly string[] => [
  ...actors,
  ...places,
  ...words,
];
