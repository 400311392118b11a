import { createHash } from 'node:crypto';
import { foldName } from '../../domain/event/fold-name.ts';

const LONGEST_SLUG = 60;
const HASH_LENGTH = 10;

/** Latin letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
  ı: 'i',
  ə: 'a',
};

/** Letters, figures and symbols that a slug leaves out; punctuation, white space and accents do not count. */
const LEFT_OUT = /[^a-z0-9\p{P}\p{Z}\p{C}\p{Sk}]/u;

/**
 * The part that a name gives to the id of an actor or place that stands in no table: `Jürgen O’Neil` → `jurgen-o-neil`,
 * `Łukasz` → `lukasz`. A name that its slug does not determine gets a hash behind `_`, which no plain slug holds, so that
 * `Путин` and `Лавров` have two ids.
 */
export function slugOfName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\p{L}/gu, (letter) => PLAIN_LETTERS[letter] ?? letter);
  const slug = letters.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
  if (slug !== '' && slug.length <= LONGEST_SLUG && !LEFT_OUT.test(letters)) return slug;
  const hash = createHash('sha256').update(foldName(name)).digest('hex').slice(0, HASH_LENGTH);
  return `${slug.slice(0, LONGEST_SLUG) || 'name'}_${hash}`;
}
