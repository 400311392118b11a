import type { TextSentence } from '../../../parsing/split-sentences.ts';
import { EXPLAINS, TIED } from './noun-phrases.ts';

/**
 * The sentences that may say what a later "the fire" of a dated sentence is, by index: those before it with "a fire", "the Alba
 * fire" or "the fire of".
 */
export function sourcesOfNouns(
  sentences: readonly TextSentence[],
  isDated: (index: number) => boolean,
): ReadonlySet<number> {
  const wanted = new Set<string>();
  const found = new Set<number>();
  for (let index = sentences.length - 1; index >= 0; index -= 1) {
    const words = (sentences[index]?.tokens ?? []).map(({ form }) => form);
    const isThe = (at: number): boolean => /^the$/iu.test(words[at - 1] ?? '');
    const mayExplain = (at: number): boolean => !isThe(at) || TIED.has(words[at + 1] ?? '');
    if (isDated(index))
      for (const [at, word] of words.entries())
        if (isThe(at) && isAlone(word, words[at + 1])) wanted.add(singularOf(word));
    if (words.some((word, at) => mayExplain(at) && wanted.has(singularOf(word)))) found.add(index);
  }
  return found;
}

/** "the *fire* was", not "the *fire* of", "the *Alba* fire". */
const isAlone = (word: string, next = ''): boolean =>
  /^\p{Ll}{3,}$/u.test(word) && !/^(?:\p{Lu}|-$)/u.test(next) && !EXPLAINS.test(next);

const singularOf = (word: string): string => {
  const lower = word.toLowerCase();
  return /^(?:wo)?men$/u.test(lower) ? lower.replace('men', 'man') : lower.replace(/(?<=\p{L}{3})s$/u, '');
};
