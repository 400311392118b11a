import type { Account } from '../account.ts';
import { relateActs } from '../acts.ts';
import { areComparable } from '../join-keys.ts';
import { areTwoEvents } from './are-two-events.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { JOIN_THRESHOLD, WEIGHTS } from './join-weights.ts';
import { areOfOneStory } from './same-story.ts';
import { scoreActors } from './score-actors.ts';
import { scoreDates } from './score-dates.ts';
import { scoreWording } from './score-wording.ts';

/** The agreement of two accounts, as a whole and in each part, 0–1. */
export interface AccountScore {
  /** The likelihood that they tell of one event. */
  readonly score: number;
  readonly date: number;
  /** Actors and places. */
  readonly actors: number;
  /** The acts, by their words. */
  readonly type: number;
  /** The common wording, in articles of one story. */
  readonly wording: number;
}

export const NO_SCORE: AccountScore = { score: 0, date: 0, actors: 0, type: 0, wording: 0 };

const ACTS = { SAME: 1, UNKNOWN: 0.5, OTHER: 0 };

/** The most that accounts reach which no key brings together: the store does not find them for each other. */
const NOT_COMPARABLE = JOIN_THRESHOLD - 0.03;

/** Scores two accounts. The score is symmetric and depends on the two accounts alone. Accounts without a common day have none. */
export function scoreAccounts(one: Account, other: Account): AccountScore {
  const date = scoreDates(one, other);
  if (date === 0) return NO_SCORE;
  const actors = scoreActors(one, other);
  const isOneStory = areOfOneStory(one, other);
  const wording = isOneStory ? scoreWording(one, other) : 0;
  if (areTwoEvents(one, other, { actors, wording })) return NO_SCORE;
  const acts = relateActs(one.acts, other.acts);
  const score = likelihoodOf(evidenceOf(one, other, { date, isOneStory, wording, acts }));
  const isFound = score <= NOT_COMPARABLE || areComparable(one, other);
  return { score: isFound ? score : NOT_COMPARABLE, date, actors, type: ACTS[acts], wording };
}

/** The logistic function of the weighted evidence. */
function likelihoodOf(evidence: Evidence): number {
  let logOdds = 0;
  for (const kind of KINDS) logOdds += WEIGHTS[kind] * evidence[kind];
  return 1 / (1 + Math.exp(-logOdds));
}

const KINDS = Object.keys(WEIGHTS) as readonly (keyof Evidence)[];
