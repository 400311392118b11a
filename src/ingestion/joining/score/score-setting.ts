import type { Account } from '../account.ts';

const SETTING = { SAME: 1, UNKNOWN: 0.9, OTHER: 0.6 };

/**
 * Whether two articles tell of the same surroundings, 0–1: a name of one sentence stands in the other sentence or its headline,
 * or two words of the headlines agree. Where both sentences have names and share none, two happenings of one kind are likelier.
 */
export function scoreSetting(one: Account, other: Account): number {
  if (one.mention.article.id === other.mention.article.id) return SETTING.SAME;
  const [ones, others] = [one.setting, other.setting];
  if (meets(ones.names, others.words) || meets(others.names, ones.words)) return SETTING.SAME;
  return ones.names.size > 0 && others.names.size > 0 ? SETTING.OTHER : SETTING.UNKNOWN;
}

const meets = (names: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  !names.isDisjointFrom(words);
