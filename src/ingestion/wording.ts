import type { Mention } from '../domain/mention.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** Words that say nothing of what happened, verbs of saying among them. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about according after again against all also am an and announced any are as asked at be because been before being between both but by can
  confirmed could declared did do does during each early earlier former for from had has have he her his how i if in into is it its last late
  later made make may meanwhile more most much must new next no nor not of off on or other our out over own president prime minister said same
  say says she should since so some stated such s t than that the their them then there these they this those through to told too under until up
  was we were what when where which while who whom will with would you your year years month months week weeks day days monday tuesday wednesday
  thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow`.split(
    /\s+/u,
  ),
);

/** The words that carry a text's content, cut to their stems: `demands` and `demanded` are one. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) if (!STOP_WORDS.has(word)) words.add(stemOf(word));
  return words;
}

/** What a mention tells, by its title and its clause, without the names of who takes part and where. */
export function wordsOfMention({ title, quote, clause, actors, places }: Mention): ReadonlySet<string> {
  const told = quote.exact.slice(clause.start - quote.start, clause.end - quote.start);
  return withoutNames(contentWords(`${title} ${told}`), [...actors, ...places]);
}

/** What the sentence around a mention tells, without the same names. */
export function wordsOfQuote({ quote, actors, places }: Mention): ReadonlySet<string> {
  return withoutNames(contentWords(quote.exact), [...actors, ...places]);
}

function withoutNames(
  words: ReadonlySet<string>,
  named: readonly { readonly name: string }[],
): ReadonlySet<string> {
  const left = new Set(words);
  for (const { name } of named) for (const word of contentWords(name)) left.delete(word);
  return left;
}

const stemOf = (word: string): string =>
  word.length <= 4
    ? word.replace(/(?<=\p{L}{3})s$/u, '')
    : word.replace(/(?:ings?|ed|es|s|ion|ions)$/u, '').replace(/e$/u, '');

/** The share of the smaller set that the other has too; 0 where either is empty. */
export function overlapOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  return small.size === 0 ? 0 : sharedOf(small, large) / small.size;
}

/** Shared words by all words (Jaccard): 1 for copies. */
export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = sharedOf(one, other);
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** How many words two sets share. */
export function sharedOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared;
}
