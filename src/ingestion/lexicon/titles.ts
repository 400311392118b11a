import type { Token } from '../sentences/sentence.ts';

/** Titles before a name as words in lower case, by their last word. */
export type Titles = ReadonlyMap<string, readonly (readonly string[])[]>;

export function titlesOf(titles: readonly string[]): Titles {
  const found = new Map<string, (readonly string[])[]>();
  for (const title of titles) {
    const words = title.toLowerCase().split(/[ -]/u);
    const last = words.at(-1) ?? '';
    found.set(last, [...(found.get(last) ?? []), words]);
  }
  return found;
}

/** Number of words of the title that ends at a token: 3 for "State" in "Secretary of State", 0 for "State" in "Ohio State". */
export function titleLengthAt(titles: Titles, tokens: readonly Token[], index: number): number {
  const wordAt = (at: number): string => tokens[at]?.lower.replace(/\.$/u, '') ?? '';
  const ending = (titles.get(wordAt(index)) ?? []).filter((words) =>
    words.every((word, place) => wordAt(index - words.length + 1 + place) === word),
  );
  return Math.max(0, ...ending.map(({ length }) => length));
}
