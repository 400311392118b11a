import type { Account } from '../account.ts';

const SETTING = { SAME: 1, LIKELY: 0.95, UNKNOWN: 0.85, OTHER: 0.7 };

/** The share of an article's most frequent names that makes its story that of another article. */
const SAME_STORY = 0.3;

/**
 * The likelihood that two articles tell the same story, 0–1, by the names in their sentences, headlines and texts. Two happenings
 * of one kind on one day have other names around them.
 */
export function scoreSetting(one: Account, other: Account): number {
  if (isSameArticle(one, other)) return SETTING.SAME;
  const fewer = Math.min(one.story.size, other.story.size);
  if (fewer > 0 && one.story.intersection(other.story).size >= SAME_STORY * fewer) return SETTING.SAME;
  const isLikely =
    !one.story.isDisjointFrom(other.story) ||
    !one.names.isDisjointFrom(other.setting()) ||
    !other.names.isDisjointFrom(one.setting()) ||
    !one.clauseNames.isDisjointFrom(other.clauseNames);
  if (isLikely) return SETTING.LIKELY;
  return fewer > 0 ? SETTING.OTHER : SETTING.UNKNOWN;
}

/** Whether two articles with this score likely tell one story. */
export const isOfOneStory = (setting: number): boolean => setting >= SETTING.LIKELY;

/** Whether two clauses share a name. UNKNOWN where a clause names nothing. */
export function relateNames(one: Account, other: Account): 'SHARED' | 'OTHER' | 'UNKNOWN' {
  if (one.clauseNames.size === 0 || other.clauseNames.size === 0) return 'UNKNOWN';
  return one.clauseNames.isDisjointFrom(other.clauseNames) ? 'OTHER' : 'SHARED';
}

export const isSameArticle = ({ mention: one }: Account, { mention: other }: Account): boolean =>
  one.article.id === other.article.id;
