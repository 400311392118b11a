import type { TextSentence } from '../../parsing/split-sentences.ts';
import type { Sentence } from '../sentences/sentence.ts';

/** Number of sentences that a word must begin to be a name, if it never stands inside a sentence. */
const ENOUGH_BEGINNINGS = 2;

/** The words that a text writes in lower case. */
export const smallWords = (sentences: readonly TextSentence[]): ReadonlySet<string> =>
  new Set(sentences.flatMap(({ tokens }) => tokens.map(({ form }) => form).filter(isSmall)));

const isSmall = (form: string): boolean => !/\p{Lu}/u.test(form);

/**
 * Whether a sentence may name an actor: it has a capital after its first word, or begins with a word that the text never
 * writes in lower case.
 */
export function mayName({ tokens }: TextSentence, small: ReadonlySet<string>): boolean {
  const first = tokens.findIndex(({ form }) => /\p{L}/u.test(form));
  return tokens.some(({ form }, index) =>
    index === first ? !small.has(form.toLowerCase()) : !isSmall(form) && form !== 'I',
  );
}

/**
 * The words that a text capitalizes as names, in lower case. Such a word has a capital inside a sentence, or begins several
 * sentences and is not among the words in lower case.
 */
export function capitalizedWords(
  sentences: readonly Sentence[],
  small: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const beginnings = new Map<string, number>();
  for (const { tokens } of sentences)
    for (const [index, { text, lower, pos }] of tokens.entries()) {
      if (text === lower || pos !== 'PROPN') continue;
      if (index > 0 && tokens[index - 1]?.pos !== 'PUNCT') found.add(lower);
      else beginnings.set(lower, (beginnings.get(lower) ?? 0) + 1);
    }
  for (const [word, count] of beginnings) if (count >= ENOUGH_BEGINNINGS && !small.has(word)) found.add(word);
  return found;
}
