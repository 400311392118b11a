import type { Mention } from '../domain/mention.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** Words that say nothing of what happened, verbs of saying among them. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about according after again against all also am an and announced any are as asked at be because been before being between both but by can
  confirmed could declared did do does during each earlier early eight five former for four from had has have he her his how hundred i if in into
  is it its last late later made make many may meanwhile million more most much must nearly new next nine no nor not of off on one or other our
  out over own president prime minister said same say says seven several she should since six so some stated such s t ten than that the their them
  then there these they this those thousand three through to told too two under until up was we were what when where which while who whom will
  with would you your year years month months week weeks day days monday tuesday wednesday thursday friday saturday sunday january february march
  april may june july august september october november december today yesterday tomorrow morning afternoon evening night`.split(
    /\s+/u,
  ),
);

/** Words of so many reports that sharing one says little. */
const COMMON_WORDS =
  `agency area authorities chief city company country court decision deputy director east first government group head leader
  leaders local meeting member members national news north office official officials order part party people place plan plans police public region
  report reporter reporters second security senior south spokesman spokeswoman state statement talks time town west workers world`.split(
    /\s+/u,
  );

const COMMON_WEIGHT = 0.4;

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

/** `invaded`, `invading` and `invasion` are one; a stem need not be a word. */
function stemOf(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=\p{L}{3})s$/u, '');
  return word
    .replace(/(?:e?s|’s)$/u, '')
    .replace(/([^s])sion$/u, '$1d')
    .replace(/(?:ations?|ating|ated|ate|ments?|ings?|ions?|ed)$/u, '')
    .replace(/(\p{L}{3})e$/u, '$1')
    .replace(/([bdgklmnprt])\1$/u, '$1')
    .replace(/(\p{L}{2})y$/u, '$1i');
}

const COMMON_STEMS: ReadonlySet<string> = new Set(COMMON_WORDS.map(stemOf));

/** Words of many reports weigh less; a word's weight is always the same, whatever has been read before. */
const weight = (stem: string): number => (COMMON_STEMS.has(stem) ? COMMON_WEIGHT : 1);

export function weightOf(words: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of words) sum += weight(word);
  return sum;
}

/** What the words weigh that two sets share. */
export function sharedWeight(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const word of small) if (large.has(word)) sum += weight(word);
  return sum;
}
