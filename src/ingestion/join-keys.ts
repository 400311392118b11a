import type { DayBounds } from '../domain/event-date.ts';
import type { MentionId } from '../domain/ids.ts';
import type { Mention } from '../domain/mention.ts';
import { type Account, accountOf } from './account.ts';

/**
 * What two accounts of one event have at least one of in common: somebody who takes part, or a word of what they tell. Only
 * accounts that share a key are compared, here and in the store.
 */
export const joinKeysOf = ({ actors, words }: Account): readonly string[] => [...actors, ...words];

/** By what each dated mention is found when another could be joined to it: the days it speaks of, and its keys. */
export function listJoinKeys(
  mentions: readonly Mention[],
): readonly { readonly mention: MentionId; readonly bounds: DayBounds; readonly keys: readonly string[] }[] {
  return mentions.flatMap((mention) => {
    const account = accountOf(mention);
    return account === null
      ? []
      : [{ mention: mention.id, bounds: account.bounds, keys: joinKeysOf(account) }];
  });
}
