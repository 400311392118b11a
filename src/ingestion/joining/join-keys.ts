import type { MentionId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { DayBounds } from '../../domain/time/event-date.ts';
import { type Account, accountOf } from './account.ts';

/** Two accounts are compared that share so much of the words of the shorter one, or somebody who takes part. */
const SHARED_WORDS = 0.4;

/** By what a dated mention is found when another could be joined to it. */
export interface MentionKeys {
  readonly mention: MentionId;
  /** The days that it speaks of. */
  readonly bounds: DayBounds;
  /** Those who take part: one in common is enough. */
  readonly actors: readonly string[];
  /** What it tells: of two mentions, the one that asks for less must find as many in the other. */
  readonly words: readonly string[];
  readonly enoughWords: number;
}

/** What each dated mention is found by. */
export const listJoinKeys = (mentions: readonly Mention[]): readonly MentionKeys[] =>
  mentions.flatMap((mention) => {
    const account = accountOf(mention);
    if (account === null) return [];
    const { bounds, actors, words } = account;
    return [
      { mention: mention.id, bounds, actors: [...actors], words: [...words], enoughWords: enoughOf(account) },
    ];
  });

/** Whether two accounts have enough in common to be compared: what the store looks for by their keys. */
export function areComparable(one: Account, other: Account): boolean {
  if (!one.actors.isDisjointFrom(other.actors)) return true;
  const enough = Math.min(enoughOf(one), enoughOf(other));
  const [small, large] = one.words.size <= other.words.size ? [one, other] : [other, one];
  let shared = 0;
  for (const word of small.words) {
    if (large.words.has(word)) shared += 1;
    if (shared >= enough) return true;
  }
  return false;
}

/** Every key by which an account is near others. */
export const joinKeysOf = ({ actors, words }: Account): readonly string[] => [...actors, ...words];

const enoughOf = ({ words }: Account): number => Math.max(1, Math.ceil(words.size * SHARED_WORDS));
