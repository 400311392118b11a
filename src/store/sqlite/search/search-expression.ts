/**
 * The words of a text as an FTS5 expression that all of them must match, each as a quoted phrase, so that no character
 * of the text is taken for FTS5's own syntax: `Putin's "red lines"` asks for the phrase `putin s`, and for `red` and
 * `lines`. Null for a text without words, which filters nothing. https://sqlite.org/fts5.html#fts5_strings
 */
export function searchExpressionOf(text: string): string | null {
  const words = text.split(/[\s\0]+/u).filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word));
  return words.length === 0 ? null : [...new Set(words)].map(quoted).join(' ');
}

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;
