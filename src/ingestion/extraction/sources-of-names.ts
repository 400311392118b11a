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
 * The undated sentences that may name an actor of a dated one, by index. Some have the full name: "Elena Ortiz" for "Ms. Ortiz".
 * Others are the last with a name before a pronoun.
 */
export function sourcesOf(sentences: readonly Given[], small: ReadonlySet<string>): ReadonlySet<number> {
  const names = sentences.map(({ tokens }) => namingWords(tokens, small));
  const found = new Set<number>();
  const before: number[] = [];
  for (const [index, { tokens, isDated }] of sentences.entries()) {
    if (isDated && tokens.some(({ form }) => PRONOUN.test(form)))
      for (const source of before.slice(-REACH)) found.add(source);
    if (!isDated && (names[index] ?? []).length > 0) before.push(index);
  }
  const wanted = new Set(
    names.flatMap((own, index) =>
      sentences[index]?.isDated || found.has(index) ? own.map(({ form }) => form) : [],
    ),
  );
  for (const index of before)
    if (names[index]?.some(({ form, isJoined }) => isJoined && wanted.has(form))) found.add(index);
  return found;
}
