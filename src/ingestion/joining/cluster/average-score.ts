import type { Account } from '../account.ts';
import { MOST_COMPARED } from '../score/join-weights.ts';
import { type AccountScore, NO_SCORE, scoreAccounts } from '../score/score-accounts.ts';

/**
 * The average score between the accounts of two events, or of one account and an event. Only the most exact
 * accounts of each event count.
 */
export function averageScore(ones: readonly Account[], others: readonly Account[]): AccountScore {
  const sum = { ...NO_SCORE };
  let count = 0;
  for (const one of ones.slice(0, MOST_COMPARED))
    for (const other of others.slice(0, MOST_COMPARED)) {
      const { score, date, actors, type, wording } = scoreAccounts(one, other);
      sum.score += score;
      sum.date += date;
      sum.actors += actors;
      sum.type += type;
      sum.wording += wording;
      count += 1;
    }
  const share = (total: number): number => Math.round((1000 * total) / count) / 1000;
  return {
    score: share(sum.score),
    date: share(sum.date),
    actors: share(sum.actors),
    type: share(sum.type),
    wording: share(sum.wording),
  };
}
