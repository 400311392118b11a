import type { Account } from '../account.ts';

/**
 * Whether two articles likely tell the same story: a name that one has often also stands in the other's sentence or headline,
 * or among its own frequent names. Two happenings of one kind on one day have other names around them.
 */
export const areOfOneStory = (one: Account, other: Account): boolean =>
  isSameArticle(one, other) ||
  !one.story.isDisjointFrom(other.story) ||
  isNamedAround(one, other) ||
  isNamedAround(other, one) ||
  !one.clauseNames.isDisjointFrom(other.clauseNames);

const isNamedAround = ({ names, story }: Account, other: Account): boolean =>
  !names.isDisjointFrom(other.setting()) || !story.isDisjointFrom(other.setting());

/** Whether both clauses have names, and none in common. */
export const haveOtherNames = ({ clauseNames: ones }: Account, { clauseNames: others }: Account): boolean =>
  ones.size > 0 && others.size > 0 && ones.isDisjointFrom(others);

export const isSameArticle = ({ mention: one }: Account, { mention: other }: Account): boolean =>
  one.article.id === other.article.id;
