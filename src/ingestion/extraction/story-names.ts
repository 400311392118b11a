import { contentWords, NAME_IN_SENTENCE } from '../sentences/wording.ts';

/** Enough names to know a story by. Each mention of the article keeps them. */
const MOST_NAMES = 8;

/** The stems of the names that a text has most often inside sentences; among equal ones the first. */
export function storyNames(text: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(NAME_IN_SENTENCE))
    for (const stem of contentWords(word)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const byCount = [...counts].sort(([, one], [, other]) => other - one);
  return byCount.slice(0, MOST_NAMES).map(([stem]) => stem);
}
