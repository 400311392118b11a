import type { Account } from './account.ts';
import { sharedWeight, weightOf } from './wording.ts';

/** One word in common is a topic, two are a matter: this much weight is taken to be missing from the shorter account. */
const DOUBT = 0.6;
/** A wider date around a narrow one fits many things: so much more doubt for each doubling. */
const DOUBT_A_DOUBLING = 0.25;
/** Like sentences around unlike clauses tell of the same matter, mostly of the same event. */
const AROUND = 0.8;
/** So few words in common in two sentences are chance. */
const ENOUGH_AROUND = 4;

/** How much of the shorter account's wording the longer one has too, 0–1; of two articles, the sentences around count as well. */
export function scoreWording(one: Account, other: Account): number {
  const [short, long] = one.length <= other.length ? [one.length, other.length] : [other.length, one.length];
  const doubt = DOUBT + DOUBT_A_DOUBLING * Math.log2(long / short);
  const told = overlap(one.words, other.words, doubt);
  if (one.mention.article.id === other.mention.article.id) return told;
  if (sharedWeight(one.quoteWords, other.quoteWords) < ENOUGH_AROUND) return told;
  return Math.max(told, AROUND * overlap(one.quoteWords, other.quoteWords, doubt));
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>, doubt: number): number {
  const fewest = Math.min(weightOf(one), weightOf(other));
  return sharedWeight(one, other) / (fewest + doubt);
}
