import type { TextSentence } from '../../../parsing/split-sentences.ts';
import { TIED } from './noun-phrases.ts';

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
    const words = (sentences[index]?.tokens ?? []).map(({ form }) => form.toLowerCase());
    const isThe = (at: number): boolean => words[at - 1] === 'the';
    const mayExplain = (at: number): boolean => !isThe(at) || TIED.has(words[at + 1] ?? '');
    if (isDated(index)) for (const [at, word] of words.entries()) if (isThe(at)) wanted.add(singularOf(word));
    if (words.some((word, at) => mayExplain(at) && wanted.has(singularOf(word)))) found.add(index);
  }
  return found;
}

const singularOf = (word: string): string =>
  /^(?:wo)?men$/u.test(word) ? word.replace('men', 'man') : word.replace(/(?<=\p{L}{3})s$/u, '');
