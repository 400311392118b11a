import type { EventType } from '../../../domain/event/event-type.ts';
import type { Account } from '../account.ts';
import { relateActs } from '../acts.ts';
import { areComparable } from '../join-keys.ts';
import { areTwoEvents } from './are-two-events.ts';
import { WEIGHTS } from './join-weights.ts';
import { isMutual, isSpoken } from './kinds-of-act.ts';
import { leastWording } from './least-wording.ts';
import { areActorsComparable, areSameSides, scoreActors, shareParticipant } from './score-actors.ts';
import { isReport, scoreDates } from './score-dates.ts';
import { isSameArticle, relateNames, scoreSetting } from './score-setting.ts';
import { scoreWording } from './score-wording.ts';

/** The agreement of two accounts, as a whole and in each part, 0–1. */
export interface AccountScore {
  readonly score: number;
  readonly date: number;
  /** Actors and places. */
  readonly actors: number;
  /** The acts, by their words and their PLOVER types. */
  readonly type: number;
  readonly wording: number;
}

export const NO_SCORE: AccountScore = { score: 0, date: 0, actors: 0, type: 0, wording: 0 };

/** Same types with unlike words for what was done (UNLIKE) are one act less often. */
const TYPE = { SAME: 1, SAME_UNLIKE: 0.6, UNTYPED: 0.5, UNTYPED_UNLIKE: 0.3, OTHER: 0 };
/** Share of its weight that a part keeps where an account leaves it open. */
const UNKNOWN = 0.4;
/**
 * The wording score of one occasion: one speaker's statements of a day, or talks of the same people, need no
 * words in common.
 */
const SAME_OCCASION = 0.7;
/** Factor for talks where an account names one side only. */
const ONE_SIDE = 0.8;
/** Factor for talks where each account names a side that the other does not. */
const SOME_SIDES = 0.7;
const SOME_SAMENESS = 0.2;
/** Factors for two clauses of one sentence, and for two sentences of an article, which are mostly about two events. */
const SAME_SENTENCE = 0.6;
const SAME_ARTICLE = 0.8;
/** Factor for two sentences of an article with names of their own. */
const OTHER_NAMES = 0.6;
/** Factor for clauses of two articles that name different people and places, unless their actors are the same. */
const OTHER_CLAUSE_NAMES = 0.8;
/** Factor where one account alone speaks of another or a third. */
const OTHER_ORDINAL = 0.4;
/** The most that accounts reach which nothing but their day and act brings together: too little to be joined. */
const NOT_COMPARABLE = 0.4;

/**
 * The likelihood that two accounts are of one event. It is symmetric and depends on the two accounts alone.
 * The date part multiplies the weighted sum of the others, so that nothing makes up for another time.
 */
export function scoreAccounts(one: Account, other: Account): AccountScore {
  const date = scoreDates(one, other);
  if (date === 0) return NO_SCORE;
  const named = scoreActors(one, other);
  if (areTwoEvents(one, other, named)) return NO_SCORE;
  const isOccasion = isSameOccasion(one, other);
  const meeting = scoreMeeting(one, other);
  const actors = Math.max(meeting.actors, named);
  const type = isOccasion ? { value: TYPE.SAME, weight: 1 } : scoreType(one, other);
  const sameness = isOccasion ? 1 : meeting.sameness;
  const setting = scoreSetting(one, other);
  const alike = scoreWording(one, other);
  const least =
    actors > 0
      ? leastWording(one, other, { setting, wording: alike, areOtherTypes: type.value === TYPE.OTHER })
      : 0;
  const wording = Math.max(alike, least, SAME_OCCASION * sameness);
  const mean = weightedMean([
    [actors, WEIGHTS.actors * (areActorsComparable(one, other) || meeting.actors > 0 ? 1 : UNKNOWN)],
    [type.value, WEIGHTS.type * type.weight],
    [wording, WEIGHTS.wording],
  ]);
  const factor = isOccasion ? 1 : factorOf(one, other, named);
  const score = date * setting * mean * factor;
  const most = areComparable(one, other) ? 1 : NOT_COMPARABLE;
  return { score: Math.min(most, score), date, actors, type: type.value, wording };
}

function weightedMean(parts: readonly (readonly [value: number, weight: number])[]): number {
  let [sum, weights] = [0, 0];
  for (const [value, weight] of parts) {
    sum += value * weight;
    weights += weight;
  }
  return sum / weights;
}

/** OTHER and STATEMENT may be a vaguer account of any type. Two specific types are two acts, unless the words agree. */
function scoreType(one: Account, other: Account): { value: number; weight: number } {
  const relation = relateActs(one.acts, other.acts);
  if (relation === 'SAME') return { value: TYPE.SAME, weight: 1 };
  const isUnlike = relation === 'OTHER';
  if (isUntyped(one.mention.type) || isUntyped(other.mention.type))
    return isUnlike ? { value: TYPE.UNTYPED_UNLIKE, weight: 1 } : { value: TYPE.UNTYPED, weight: UNKNOWN };
  if (one.mention.type !== other.mention.type) return { value: TYPE.OTHER, weight: 1 };
  return { value: isUnlike ? TYPE.SAME_UNLIKE : TYPE.SAME, weight: 1 };
}

const isUntyped = (type: EventType): boolean => type === 'OTHER' || type === 'STATEMENT';

/** All statements of one speaker on one day are one event, whatever types its accounts have. */
const isSameOccasion = (one: Account, other: Account): boolean =>
  one.length === 1 &&
  other.length === 1 &&
  one.main !== null &&
  one.main.id === other.main?.id &&
  isSpoken(one) &&
  isSpoken(other);

/**
 * Scores talks of the same people, in whatever order they are named. The score is lower where an account
 * names one side only, or others too.
 */
function scoreMeeting(one: Account, other: Account): { actors: number; sameness: number } {
  if (one.mention.type !== other.mention.type || !isMutual(one) || !shareParticipant(one, other))
    return { actors: 0, sameness: 0 };
  if (!areSameSides(one, other)) return { actors: SOME_SIDES, sameness: SOME_SAMENESS };
  const isWhole = one.actors.size > 1 && other.actors.size > 1;
  return isWhole ? { actors: 1, sameness: 1 } : { actors: ONE_SIDE, sameness: ONE_SIDE };
}

const factorOf = (one: Account, other: Account, actors: number): number =>
  (one.ordinal === other.ordinal ? 1 : OTHER_ORDINAL) *
  (isSameArticle(one, other) ? withinArticle(one, other) : betweenArticles(one, other, actors));

/** The factor for two articles. Two clauses without a name in common are less often of one event. */
const betweenArticles = (one: Account, other: Account, actors: number): number =>
  actors < ONE_SIDE && relateNames(one, other) === 'OTHER' ? OTHER_CLAUSE_NAMES : 1;

function withinArticle(one: Account, other: Account): number {
  if (one.mention.quote.start === other.mention.quote.start) return SAME_SENTENCE;
  if (isReport(one) || isReport(other)) return 1;
  const [ones, others] = [one.quoteNames(), other.quoteNames()];
  return ones.size > 0 && others.size > 0 && ones.isDisjointFrom(others) ? OTHER_NAMES : SAME_ARTICLE;
}
