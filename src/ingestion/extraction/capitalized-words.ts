import type { Sentence } from '../sentences/sentence.ts';

/** So often a word has to begin a sentence to be a name where it never stands inside one. */
const ENOUGH_BEGINNINGS = 2;

/**
 * The words that a text writes with a capital because they are names, in lower case: those that have one inside a sentence,
 * and those that begin more than one and are never written small.
 */
export function capitalizedWords(sentences: readonly Sentence[]): ReadonlySet<string> {
  const small = new Set<string>();
  const found = new Set<string>();
  const beginnings = new Map<string, number>();
  for (const { tokens } of sentences)
    for (const [index, { text, lower, pos }] of tokens.entries()) {
      if (text === lower) small.add(lower);
      else if (pos !== 'PROPN') continue;
      else if (index > 0 && tokens[index - 1]?.pos !== 'PUNCT') found.add(lower);
      else beginnings.set(lower, (beginnings.get(lower) ?? 0) + 1);
    }
  for (const [word, count] of beginnings) if (count >= ENOUGH_BEGINNINGS && !small.has(word)) found.add(word);
  return found;
}
