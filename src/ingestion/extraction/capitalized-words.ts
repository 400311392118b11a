import type { TextSentence } from '../../parsing/split-sentences.ts';

/** Number of sentences that a word must begin to be a name, if it never stands inside a sentence. */
const ENOUGH_BEGINNINGS = 2;

/** The words that a text writes in lower case. */
export const smallWords = (sentences: readonly TextSentence[]): ReadonlySet<string> =>
  new Set(sentences.flatMap(({ tokens }) => tokens.map(({ form }) => form).filter(isSmall)));

const isSmall = (form: string): boolean => !/\p{Lu}/u.test(form);

/** A word that may be a name, and whether another such word stands beside it: "Elena" and "Ortiz" in "Elena Ortiz". */
export interface NamingWord {
  readonly form: string;
  readonly isJoined: boolean;
}

/** The words of a sentence that may be names: those with a capital, the first only if the text never writes it in lower case. */
export function namingWords(
  tokens: TextSentence['tokens'],
  small: ReadonlySet<string>,
): readonly NamingWord[] {
  const first = tokens.findIndex(({ form }) => /\p{L}/u.test(form));
  const isName = (index: number): boolean => {
    const form = tokens[index]?.form ?? '';
    return index === first ? !small.has(form.toLowerCase()) : !isSmall(form) && form !== 'I';
  };
  return tokens.flatMap(({ form }, index) =>
    isName(index) ? [{ form, isJoined: isName(index - 1) || isName(index + 1) }] : [],
  );
}

/**
 * The words that a text capitalizes as names, in lower case. Such a word has a capital inside a sentence, or begins several
 * sentences and is not among the words in lower case. Headings with a capital in most words are not counted.
 */
export function capitalizedWords(
  sentences: readonly TextSentence[],
  small: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const beginnings = new Map<string, number>();
  for (const { tokens } of sentences) {
    if (isHeading(tokens)) continue;
    for (const [index, { form }] of tokens.entries()) {
      if (!/^\p{Lu}/u.test(form) || form === 'I') continue;
      const lower = form.toLowerCase();
      const before = tokens[index - 1]?.form ?? '';
      if (index > 0 && (before === ',' || !/^\p{P}+$/u.test(before))) found.add(lower);
      else beginnings.set(lower, (beginnings.get(lower) ?? 0) + 1);
    }
  }
  for (const [word, count] of beginnings) if (count >= ENOUGH_BEGINNINGS && !small.has(word)) found.add(word);
  return found;
}

function isHeading(tokens: TextSentence['tokens']): boolean {
  const words = tokens.slice(1).filter(({ form }) => /^\p{L}{4}/u.test(form));
  return words.length > 2 && words.filter(({ form }) => isSmall(form)).length * 2 < words.length;
}
