import { contentWords, NAME_IN_SENTENCE } from '../sentences/wording.ts';

/** Enough names to know a story by. Each mention of the article keeps them. */
const MOST_NAMES = 8;

const CAPITALIZED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+/gu;
const LOWER_CASE = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}]*/gu;

/**
 * The stems of the names that a text has most often; among equal ones the first. A word that only begins sentences is a name where
 * the headline repeats it, and the text never writes it without a capital.
 */
export function storyNames(text: string, title: string | null): readonly string[] {
  const inside = new Set(stemsOf(text, NAME_IN_SENTENCE));
  const plain = new Set(stemsOf(text, LOWER_CASE));
  const headline = new Set(stemsOf(title ?? '', CAPITALIZED));
  const counts = new Map<string, number>();
  for (const stem of stemsOf(text, CAPITALIZED)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const isName = (stem: string): boolean => inside.has(stem) || (headline.has(stem) && !plain.has(stem));
  return [...counts]
    .filter(([stem]) => isName(stem))
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_NAMES)
    .map(([stem]) => stem);
}

const stemsOf = (text: string, pattern: RegExp): readonly string[] =>
  (text.match(pattern) ?? []).flatMap((word) => [...contentWords(word)]);
