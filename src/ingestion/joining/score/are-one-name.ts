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
  if (one === other) return true;
  const [ones, others] = [readName(one), readName(other)];
  const [short, long] = ones.words.length <= others.words.length ? [ones, others] : [others, ones];
  const [first = ''] = short.words;
  if (short.words.length === 1 && (first === long.words.at(-1) || isAcronym(first, long.words))) return true;
  return short.proper.every((word, index) => word === long.proper[index]);
}

/** The words of a name, and those of them that are no legal form. */
interface NameWords {
  readonly words: readonly string[];
  readonly proper: readonly string[];
}

/** Joining compares each name with many others. So many are kept, and all are dropped when there are more. */
const MOST_KEPT = 20_000;
const known = new Map<string, NameWords>();

function readName(name: string): NameWords {
  const found = known.get(name);
  if (found !== undefined) return found;
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const read = { words, proper: words.filter((word) => !COMPANY.test(word)) };
  if (known.size >= MOST_KEPT) known.clear();
  known.set(name, read);
  return read;
}

function isAcronym(short: string, words: readonly string[]): boolean {
  if (short.length < ACRONYM || short !== short.toUpperCase()) return false;
  return short === words.flatMap((word) => (/^\p{Lu}/u.test(word) ? word[0] : [])).join('');
}
