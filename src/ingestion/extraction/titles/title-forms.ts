import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** Whether each quotation in a title is a part of the text, without a word left out. */
export function quotesVerbatim(title: string, { text, start, end }: SentenceAnalysis): boolean {
  const plain = (words: string): string => words.replaceAll(/[\s“”"]+/gu, ' ');
  const sentence = plain(text.slice(start, end)).toLowerCase();
  return [...title.matchAll(/“([^“”]+)”/gu)].every(([, words = '']) =>
    sentence.includes(plain(words).toLowerCase().trim()),
  );
}

/** "*Its* invasion": the owner stands in another part of the text. */
export const OWNED = /^(?:the\s+)?(?:its|his|her|their|our|my|your)\s/iu;

/** "The vote" does not say on what. */
export const isBareNoun = (title: string): boolean =>
  /^(?:(?:the|a|an|this|that|these|those)\s+)?\S+$/iu.test(title);

/** A time was taken out behind a word that leads on: "earnings for its … fell", "she slept, and, …, she left". */
export function hasOpenGap(title: string, { text, start, end }: SentenceAnalysis): boolean {
  const words = title.toLowerCase().split(/\s+/u);
  const sentence = ` ${text.slice(start, end).toLowerCase().replaceAll(/\s+/gu, ' ')} `;
  return words.some((word, place) => {
    const following = words[place + 1]?.replace(/[,;:.?!”"]+$/u, '');
    return following !== undefined && LEADS_ON.test(word) && !sentence.includes(` ${word} ${following}`);
  });
}

const LEADS_ON =
  /^(?:(?:a|an|the|of|to|in|on|at|by|for|with|from|into|against|between|among|during|and|or|but|its|their|his|her|our|my|your|more|less|than|as)|(?:and|but|that|when),)$/u;

/** Whether a title ends on a word that leads on, or opens a mark that it does not close. */
export const isCutOff = (title: string): boolean => OPEN_END.test(title) || hasOpenMarks(title);

/** Whether a title begins with words that an earlier sentence explains: "his speech", "the incident was". */
export const pointsBack = (title: string): boolean =>
  OWNED.test(title) || PRONOUN.test(title) || POINTS_BACK.test(title);

export const OPEN_END =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|with|from|into|onto|against|between|among|during|and|or|but|that|which|who|whose|its|their|his|as|than|because|although|while|if|when|where|how|what|whether|is|are|was|were|be|been|has|have|had|will|would|could|may|might|must|should|not|n’t|very|more|no)$/iu;

/** Subjects that refer to an earlier sentence. */
export const PRONOUN =
  /^(?:he|she|they|it|we|i|you|this|that|these|those|one|some|others|both|another|who|which)(?:[\s:]|['’])/iu;
export const POINTS_BACK =
  /^the\s+(?:incident|move|decision|announcement|deal|plan|project|effort|measure|step|report|news|statement|figure|number|case|event|discovery|finding|group|company|former|latter|pair|two|three)s?\s+(?:\p{Ll}+ly\s+)?(?:is|are|was|were|has|have|had|will|would|comes?|came|follow(?:s|ed)|marks?|marked|means?|meant|began|begins?|happen(?:s|ed)|occur(?:s|red)|took)\b/iu;

export function hasOpenMarks(title: string): boolean {
  const count = (mark: string): number => title.split(mark).length - 1;
  return (
    count('“') !== count('”') ||
    count('«') !== count('»') ||
    count('(') !== count(')') ||
    count('"') % 2 === 1 ||
    count('``') !== count("''") ||
    /["“]\s*["”]/u.test(title) ||
    hasOpenSingle(title)
  );
}

/** "the 'new deal" with "the 'new deal'" aside: more single marks open than close. */
function hasOpenSingle(title: string): boolean {
  const opening = title.replaceAll('``', '').match(/(?<=^|[\s(])['‘`’](?=\p{L})(?!(?:s|t|em|til|cause)\b)/gu);
  const closing = title.match(/(?<=[\p{L}\p{N}.,!?])['’](?=$|[\s,.;:)])/gu);
  return (opening?.length ?? 0) > (closing?.length ?? 0);
}
