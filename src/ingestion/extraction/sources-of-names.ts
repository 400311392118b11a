import type { TextSentence } from '../../parsing/split-sentences.ts';
import { namingWords } from './capitalized-words.ts';

interface Given {
  readonly tokens: TextSentence['tokens'];
  readonly isDated: boolean;
}

/** Number of sentences with a name before a pronoun in which its antecedent is looked for. */
const REACH = 3;
const PRONOUN = /^(?:he|she|it|they|his|her|its|their)$/iu;

/**
 * The undated sentences that may name an actor of a dated one, by index: they share a word with a capital ("Elena Ortiz", then
 * "Ortiz"), or they are the last with a name before a pronoun.
 */
export function sourcesOf(sentences: readonly Given[], small: ReadonlySet<string>): ReadonlySet<number> {
  const names = sentences.map(({ tokens }) => namingWords(tokens, small));
  const wanted = new Set(names.filter((_, index) => sentences[index]?.isDated).flat());
  const found = new Set<number>();
  const before: number[] = [];
  for (const [index, { tokens, isDated }] of sentences.entries()) {
    if (isDated && tokens.some(({ form }) => PRONOUN.test(form)))
      for (const source of before.slice(-REACH)) found.add(source);
    const own = names[index] ?? [];
    if (!isDated && own.some((name) => wanted.has(name))) found.add(index);
    if (!isDated && own.length > 0) before.push(index);
  }
  return found;
}
