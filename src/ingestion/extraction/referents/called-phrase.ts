import type { Determiner } from './noun-phrases.ts';

/** A phrase that an article has used for a noun. */
export interface CalledPhrase {
  readonly words: string;
  readonly determiner: Determiner;
  readonly isPlural: boolean;
  readonly isModified: boolean;
  readonly isNamed: boolean;
}

/** "a fire", for several "two men" and "Alba ministers". */
export const isFirst = (
  { determiner, isPlural, isModified, isNamed }: CalledPhrase,
  plural: boolean,
): boolean =>
  isPlural === plural &&
  (determiner === 'INDEFINITE' ||
    (plural && determiner === 'NUMBER') ||
    (plural && determiner === 'NONE' && isModified && isNamed));

/** "the Alba fire", "Hart's trial", "Alba Bank". */
export const isNamedOnly = ({ determiner, isPlural, isNamed }: CalledPhrase, plural: boolean): boolean =>
  isPlural === plural &&
  isNamed &&
  (determiner === 'DEFINITE' || determiner === 'OWNER' || (!plural && determiner === 'NONE'));

/** "another fire", "his trial", "two fires". A bare "the fire" is none. */
export const isRival = (called: CalledPhrase, plural: boolean): boolean => {
  const { determiner, isPlural } = called;
  if (isFirst(called, plural) || isNamedOnly(called, plural)) return false;
  return (
    determiner === 'OTHER' ||
    determiner === 'NUMBER' ||
    determiner === 'INDEFINITE' ||
    (isPlural && determiner === 'NONE')
  );
};

/** "the younger man" beside "a man in Leeds": words that the only candidate does not have may tell of another. */
export function isAnother(
  { words, determiner, isPlural, isModified, isNamed }: CalledPhrase,
  plural: boolean,
  one: CalledPhrase | undefined,
): boolean {
  if (one === undefined || determiner !== 'DEFINITE' || isNamed || !isModified || isPlural !== plural)
    return false;
  const has = new Set(one.words.toLowerCase().split(' '));
  return words
    .toLowerCase()
    .split(' ')
    .slice(1)
    .some((word) => !has.has(word));
}

/** A phrase as it stands for "the fire": with a name in it the thing is known, a stranger stays "a man of Leeds". */
export function asReference({ words, determiner, isNamed }: CalledPhrase, isPerson: boolean): string {
  const plain = words.replace(/^(?:An?|The|Two|Three)\b/u, (word) => word.toLowerCase());
  return determiner === 'INDEFINITE' && isNamed && !isPerson ? plain.replace(/^an? /u, 'the ') : plain;
}
