import { P } from './join-weights.ts';
import type { Account } from '../account.ts';

const SETTING = { SAME: 1, LIKELY: 0.95, UNKNOWN: 0.85, OTHER: 0.6 };

/** The share of an article's most frequent names that tell of the same story. */
const SAME_STORY = 0.3;

/**
 * The likelihood that two articles tell the same story, 0–1, by the names in their sentences, headlines and texts. Two happenings
 * of one kind on one day have other names around them.
 */
export function scoreSetting(one: Account, other: Account): number {
  if (one.mention.article.id === other.mention.article.id) return SETTING.SAME;
  const shared = one.story.intersection(other.story).size;
  const few = Math.min(one.story.size, other.story.size);
  if (few > 0 && shared / few >= P.share!) return 1;
  if (shared > 0 || meets(one, other) || meets(other, one)) return P.sLikely!;
  return few > 0 ? P.sOther! : P.sUnknown!;
}

/** Whether a name in or beside one account stands in the sentence or headline of the other account. */
const meets = (one: Account, other: Account): boolean =>
  !one.setting.names.isDisjointFrom(other.setting.words);

/** Whether both sentences have names, and neither has a name of the other sentence or its headline. */
export const areApart = (one: Account, other: Account): boolean =>
  one.setting.names.size > 0 && other.setting.names.size > 0 && !meets(one, other) && !meets(other, one);
