import { weightOfWord } from '../../sentences/wording.ts';
import type { Account, WeighedWords } from '../account.ts';

/** Weight that counts as missing from the shorter account, so that a single common word does not suffice. */
const DOUBT = 0.6;
/** A wide date fits many events: doubt added for each doubling of the span. */
const DOUBT_A_DOUBLING = 0.2;
/** Factor for like sentences around unlike clauses, which are mostly about the same event. */
const AROUND = 0.8;
/** Least common weight of two sentences; less is chance. */
const ENOUGH_AROUND = 4;

/** Share of the shorter account's wording in the longer account, 0–1. For two articles the sentences around count as well. */
export function scoreWording(one: Account, other: Account): number {
  const [short, long] = one.length <= other.length ? [one.length, other.length] : [other.length, one.length];
  const doubt = DOUBT + DOUBT_A_DOUBLING * Math.log2(long / short);
  const common = shareOf(one.words, other.words, one, other);
  const own = common.shared / (common.least + doubt);
  if (one.mention.article.id === other.mention.article.id) return own;
  const around = shareOf(one.quoteWords(), other.quoteWords(), one, other);
  if (around.shared < ENOUGH_AROUND) return own;
  return Math.max(own, (AROUND * around.shared) / (around.least + doubt));
}

/**
 * The common weight of two sets of words, and the weight of the lighter set. Names that both accounts know as
 * such are left to the score of actors.
 */
function shareOf(
  ones: WeighedWords,
  others: WeighedWords,
  one: Account,
  other: Account,
): { shared: number; least: number } {
  const [small, large] = ones.all.size <= others.all.size ? [ones.all, others.all] : [others.all, ones.all];
  let shared = 0;
  for (const word of small)
    if (large.has(word) && !(one.names.has(word) && other.names.has(word))) shared += weightOfWord(word);
  return { shared, least: Math.min(weightBeside(ones, other.names), weightBeside(others, one.names)) };
}

/** The weight of words without those that are names to both accounts. */
function weightBeside({ weight, inNames }: WeighedWords, names: ReadonlySet<string>): number {
  let rest = weight;
  for (const word of inNames) if (names.has(word)) rest -= weightOfWord(word);
  return rest;
}
