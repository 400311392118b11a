import { weightOfWord } from '../../sentences/wording.ts';
import type { Account } from '../account.ts';

/** One word in common is a topic, two are a matter: this much weight is taken to be missing from the shorter account. */
const DOUBT = 0.6;
/** A wider date around a narrow one fits many things: so much more doubt for each doubling. */
const DOUBT_A_DOUBLING = 0.2;
/** Like sentences around unlike clauses tell of the same matter, mostly of the same event. */
const AROUND = 0.8;
/** So little in common in two sentences is chance. */
const ENOUGH_AROUND = 4;

/** How much of the shorter account's wording the longer one has too, 0–1; of two articles, the sentences around count as well. */
export function scoreWording(one: Account, other: Account): number {
  const [short, long] = one.length <= other.length ? [one.length, other.length] : [other.length, one.length];
  const doubt = DOUBT + DOUBT_A_DOUBLING * Math.log2(long / short);
  const told = shareOf(one.words, other.words, one, other);
  const own = told.shared / (told.least + doubt);
  if (one.mention.article.id === other.mention.article.id) return own;
  const around = shareOf(one.quoteWords, other.quoteWords, one, other);
  if (around.shared < ENOUGH_AROUND) return own;
  return Math.max(own, (AROUND * around.shared) / (around.least + doubt));
}

/** What two sets of words weigh in common, and what the lighter one weighs; names that both accounts know as such are left to the score of actors. */
function shareOf(
  ones: ReadonlySet<string>,
  others: ReadonlySet<string>,
  one: Account,
  other: Account,
): { shared: number; least: number } {
  let [shared, left, right] = [0, 0, 0];
  for (const word of ones) {
    if (one.names.has(word) && other.names.has(word)) continue;
    const weight = weightOfWord(word);
    left += weight;
    if (others.has(word)) shared += weight;
  }
  for (const word of others) if (!(one.names.has(word) && other.names.has(word))) right += weightOfWord(word);
  return { shared, least: Math.min(left, right) };
}
