import type { Account } from '../account.ts';
import { MOST_COMPARED } from '../score/join-weights.ts';
import { type AccountScore, NO_SCORE, scoreAccounts } from '../score/score-accounts.ts';

/** The most by which the better half of the scores raises their average. */
const LEEWAY = 0.08;

/**
 * The average score between the accounts of two events, or of one account and an event. Only the most exact
 * accounts of each event count.
 */
export function averageScore(ones: readonly Account[], others: readonly Account[]): AccountScore {
  const [one] = ones;
  if (one === undefined || ones.length > 1 || others.length < MOST_COMPARED)
    return readAverage(ones.slice(0, MOST_COMPARED), others.slice(0, MOST_COMPARED));
  const last = known.get(one);
  if (last?.compared.every((other, place) => other === others[place])) return last.score;
  const compared = others.slice(0, MOST_COMPARED);
  const score = readAverage(ones, compared);
  known.set(one, { compared, score });
  return score;
}

/**
 * The last score of an account against an event of many. The accounts that count in such an event rarely change, and each new
 * account of the event asks again for the scores of all others.
 */
const known = new WeakMap<Account, { readonly compared: readonly Account[]; readonly score: AccountScore }>();

function readAverage(ones: readonly Account[], others: readonly Account[]): AccountScore {
  const scores = ones.flatMap((one) => others.map((other) => scoreAccounts(one, other)));
  const [only] = scores;
  if (only !== undefined && scores.length === 1) return meanOf([only]);
  scores.sort((one, other) => other.score - one.score);
  const best = meanOf(scores.slice(0, Math.ceil(scores.length / 2)));
  return { ...best, score: Math.min(best.score, rounded(meanOf(scores).score + LEEWAY)) };
}

function meanOf(scores: readonly AccountScore[]): AccountScore {
  const sum = { ...NO_SCORE };
  for (const { score, date, actors, type, wording } of scores) {
    sum.score += score;
    sum.date += date;
    sum.actors += actors;
    sum.type += type;
    sum.wording += wording;
  }
  const share = (total: number): number => rounded(total / scores.length);
  return {
    score: share(sum.score),
    date: share(sum.date),
    actors: share(sum.actors),
    type: share(sum.type),
    wording: share(sum.wording),
  };
}

const rounded = (mean: number): number => Math.round(1000 * mean) / 1000;
