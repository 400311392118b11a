import type { Sentence } from '../sentences/sentence.ts';

/** Number of sentences that a word must begin to be a name, if it never stands inside a sentence. */
const ENOUGH_BEGINNINGS = 2;

/**
 * The words that a text capitalizes as names, in lower case. Such a word has a capital inside a sentence, or
 * begins several sentences and is never written in lower case.
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
