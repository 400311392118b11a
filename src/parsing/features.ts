/** Parts of a word's form that have tables of their own. */
const AFFIXES = [
  { name: 'prefix2', of: (form: string): string => form.slice(0, 2) },
  { name: 'prefix3', of: (form: string): string => form.slice(0, 3) },
  { name: 'suffix2', of: (form: string): string => form.slice(-2) },
  { name: 'suffix3', of: (form: string): string => form.slice(-3) },
  { name: 'suffix4', of: (form: string): string => form.slice(-4) },
] as const;

export const TABLES = ['form', ...AFFIXES.map(({ name }) => name)] as const;

/** Shapes of a word: eight, each once inside a sentence and once for its first word. */
export const SHAPES = 16;

/** The word as tables have it: `“Since”` is `since`, `2021` is `0000`. */
export const normalForm = (word: string): string =>
  word.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").toLowerCase().replace(/[0-9]/gu, '0');

/** A word's entries for the tables: its form, then its affixes. */
export function tableEntries(word: string): readonly string[] {
  const form = normalForm(word);
  return [form, ...AFFIXES.map((affix) => affix.of(form))];
}

const YEAR = /^(?:1[5-9]|20)[0-9]{2}$/u;
const NUMBER = /^[0-9][0-9.,:/-]*$/u;

/** How a word is written: `2021`, `3.5`, `?!`, `NATO`, `Peru`, `eBay`, `all-day` and `rain` are the eight shapes. */
export function shapeOf(word: string, first: boolean): number {
  return 2 * shapeInside(word) + (first ? 1 : 0);
}

function shapeInside(word: string): number {
  if (YEAR.test(word)) return 0;
  if (NUMBER.test(word)) return 1;
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return 2;
  if (word === upper && word.length > 1) return 3;
  if (word.slice(1, -1).includes('-')) return 6;
  const [initial = '', rest] = [word[0], word.slice(1)];
  if (initial !== initial.toLowerCase() && rest === lower.slice(1)) return 4;
  return word === lower ? 7 : 5;
}
