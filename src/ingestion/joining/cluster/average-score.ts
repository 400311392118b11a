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
  const compared = others.slice(0, MOST_COMPARED);
  const [one] = ones;
  if (one !== undefined && ones.length === 1 && compared.length >= FEWEST_KEPT)
    return averageOf(one, compared);
  return readAverage(
    ones.slice(0, MOST_COMPARED).flatMap((each) => compared.map((other) => scoreAccounts(each, other))),
  );
}

/** An event of fewer accounts is soon compared again. */
const FEWEST_KEPT = 4;

interface Average {
  readonly compared: readonly Account[];
  readonly scores: readonly AccountScore[];
  readonly average: AccountScore;
}

/**
 * The last average of an account against an event of several. The accounts that count in such an event rarely change, and each new
 * account of the event asks again for the averages of all others. Where one account is new, only its score is.
 */
const known = new WeakMap<Account, Average>();

function averageOf(one: Account, compared: readonly Account[]): AccountScore {
  const last = known.get(one);
  const isSame =
    last?.compared.length === compared.length &&
    last.compared.every((other, place) => other === compared[place]);
  if (isSame) return last.average;
  const places = new Map(last?.compared.map((other, place) => [other, place]));
  const scores = compared.map((other) => {
    const place = places.get(other);
    return (place === undefined ? undefined : last?.scores[place]) ?? scoreAccounts(one, other);
  });
  const average = readAverage([...scores]);
  known.set(one, { compared, scores, average });
  return average;
}

/** Sorts the scores. */
function readAverage(scores: AccountScore[]): AccountScore {
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
