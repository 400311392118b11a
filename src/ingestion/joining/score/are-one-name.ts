/** Legal forms and the like, which a company's short name lacks. */
const COMPANY =
  /^(?:inc|incorporated|ltd|limited|llc|plc|corp|corporation|company|co|group|holdings?|ag|sa|se|nv|spa|gmbh)$/iu;

/** Least letters of an acronym. */
const ACRONYM = 3;

/**
 * Whether two names are likely those of one participant: "Orbita Inc." and "Orbita", a full name and a surname, an acronym and
 * the words that its letters begin.
 */
export function areOneName(one: string, other: string): boolean {
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  const [short, long] = ones.length <= others.length ? [ones, others] : [others, ones];
  const [first = ''] = short;
  if (short.length === 1 && (first === long.at(-1) || isAcronym(first, long))) return true;
  const kept = long.filter((word) => !COMPANY.test(word));
  return short.filter((word) => !COMPANY.test(word)).every((word, index) => word === kept[index]);
}

const wordsOf = (name: string): readonly string[] => name.match(/[\p{L}\p{N}]+/gu) ?? [];

function isAcronym(short: string, words: readonly string[]): boolean {
  if (short.length < ACRONYM || short !== short.toUpperCase()) return false;
  return short === words.flatMap((word) => (/^\p{Lu}/u.test(word) ? word[0] : [])).join('');
}
