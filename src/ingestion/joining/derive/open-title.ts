/** A subject that an earlier sentence names: "she", "her lawyer", "this". */
const PRONOUN = /^(?:he|she|they|it|his|her|their|its|this|these|those|that)(?=[\s'’])/iu;

/** "The incident happened", "The fire was": a lone definite noun in small letters before a verb. */
const DEFINITE =
  /^the (?:\p{Ll}[\p{L}-]* )?(?:\d+-year-old|\p{Ll}[\p{L}-]*) (?:is|are|was|were|has|have|had|will|would|could|may|did|does|can|\p{Ll}+ed|began|came|fell|grew|hit|left|made|met|rose|said|says|struck|took|went|won)(?= |$)/u;

/** Whether a title begins with words that only its article explains. */
export const isOpenTitle = (title: string): boolean =>
  !hasHeadlineBeside(title) &&
  (PRONOUN.test(title) || DEFINITE.test(title.charAt(0).toLowerCase() + title.slice(1)));

/** Whether the article's headline stands behind a title: `The incident happened (“Man stabbed in Leeds”)`. */
export const hasHeadlineBeside = (title: string): boolean => /\(“[^“”]+”\)$/u.test(title);

/** "The rebels, who fled to Kenya": a title that ends in a relative clause may have no verb of its own. */
export const endsInRelative = (title: string): boolean =>
  /\p{L},? (?:(?:at|by|for|from|in|of|on|to|with) )?(?:which|who|whom) [^,;:.]+$/u.test(title);
