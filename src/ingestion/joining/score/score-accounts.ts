import type { EventType } from '../../../domain/event/event-type.ts';
import type { Account } from '../account.ts';
import { areComparable } from '../join-keys.ts';
import { WEIGHTS } from './join-weights.ts';
import { scoreActors, tellWho } from './score-actors.ts';
import { scoreDates } from './score-dates.ts';
import { scoreWording } from './score-wording.ts';

/** How much two accounts agree, in all and in each part, 0–1. */
export interface AccountScore {
  readonly score: number;
  readonly date: number;
  /** Who acts, and where. */
  readonly actors: number;
  readonly type: number;
  readonly wording: number;
}

export const NO_SCORE: AccountScore = { score: 0, date: 0, actors: 0, type: 0, wording: 0 };

/** Acts of speech, of which a plain STATEMENT by the same speaker on the same day may be an account. */
const SPOKEN: ReadonlySet<EventType> = new Set([
  'STATEMENT',
  'AGREE',
  'SUPPORT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
] satisfies EventType[]);
/** Types in which nobody is the one who acts: talks between two are the talks of either. */
const MUTUAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE'] satisfies EventType[]);

const TYPE = { SAME: 1, UNTYPED: 0.5, OTHER: 0 };
/** What is left of the weight of a part that an account says nothing of. */
const UNKNOWN = 0.4;
/** What the same speaker says on the same day, or the same people at their talks, needs no other words in common. */
const SAME_OCCASION = 0.7;
/** Talks of which an account names one side only. */
const ONE_SIDE = 0.8;
/** Talks of which each account names a side that the other does not. */
const SOME_SIDES = 0.7;
const SOME_SAMENESS = 0.2;
/** Two clauses of one sentence are mostly told apart because they tell of two things. */
const SAME_SENTENCE = 0.75;

/**
 * How likely two accounts tell of one event: the same in both directions, and a function of the two alone. It is the date
 * part times the weighted sum of the others, so that nothing makes up for another time.
 */
export function scoreAccounts(one: Account, other: Account): AccountScore {
  const date = scoreDates(one, other);
  if (
    date === 0 ||
    !areComparable(one, other) ||
    areOtherMeetings(one, other) ||
    areOtherSpeakers(one, other) ||
    areMirrored(one, other)
  )
    return NO_SCORE;
  const isOccasion = isSameOccasion(one, other);
  const meeting = scoreMeeting(one, other);
  const actors = Math.max(meeting.actors, scoreActors(one, other));
  const type = isOccasion ? TYPE.SAME : scoreTypes(one.mention.type, other.mention.type);
  const wording = Math.max(scoreWording(one, other), SAME_OCCASION * (isOccasion ? 1 : meeting.sameness));
  const mean = weightedMean([
    [actors, WEIGHTS.actors * (tellWho(one, other) || meeting.actors > 0 ? 1 : UNKNOWN)],
    [type, WEIGHTS.type * (type === TYPE.UNTYPED ? UNKNOWN : 1)],
    [wording, WEIGHTS.wording],
  ]);
  const factor = isSameSentence(one, other) && !isOccasion ? SAME_SENTENCE : 1;
  return { score: date * mean * factor, date, actors, type, wording };
}

function weightedMean(parts: readonly (readonly [value: number, weight: number])[]): number {
  let [sum, weights] = [0, 0];
  for (const [value, weight] of parts) {
    sum += value * weight;
    weights += weight;
  }
  return sum / weights;
}

/** OTHER and STATEMENT may be a less telling account of any type; two types proper are two acts. */
function scoreTypes(one: EventType, other: EventType): number {
  if (isUntyped(one) || isUntyped(other)) return TYPE.UNTYPED;
  return one === other ? TYPE.SAME : TYPE.OTHER;
}

const isUntyped = (type: EventType): boolean => type === 'OTHER' || type === 'STATEMENT';

/** All that a speaker says on one day is one event, whatever kinds of act its accounts see in it. */
const isSameOccasion = (one: Account, other: Account): boolean =>
  one.length === 1 &&
  other.length === 1 &&
  one.main !== null &&
  one.main.id === other.main?.id &&
  SPOKEN.has(one.mention.type) &&
  SPOKEN.has(other.mention.type);

/** Talks of the same people, whoever of them is named first; less surely where one account names but one side, or others too. */
function scoreMeeting(one: Account, other: Account): { actors: number; sameness: number } {
  const isMutual = one.mention.type === other.mention.type && MUTUAL.has(one.mention.type);
  if (!isMutual || one.actors.isDisjointFrom(other.actors)) return { actors: 0, sameness: 0 };
  if (!isWithin(one.actors, other.actors)) return { actors: SOME_SIDES, sameness: SOME_SAMENESS };
  const isWhole = one.actors.size > 1 && other.actors.size > 1;
  return isWhole ? { actors: 1, sameness: 1 } : { actors: ONE_SIDE, sameness: ONE_SIDE };
}

/** On one day a meeting of others, or one elsewhere, is another meeting, however alike its words. */
function areOtherMeetings(one: Account, other: Account): boolean {
  if (one.length > 1 || !MUTUAL.has(one.mention.type) || one.mention.type !== other.mention.type)
    return false;
  const elsewhere = one.places.size > 0 && other.places.size > 0 && one.places.isDisjointFrom(other.places);
  const others = one.actors.size > 1 && other.actors.size > 1 && !isWithin(one.actors, other.actors);
  return elsewhere || others;
}

/** Two who speak at one meeting are two events, even where they say the same. */
const areOtherSpeakers = (one: Account, other: Account): boolean =>
  one.main !== null &&
  other.main !== null &&
  SPOKEN.has(one.mention.type) &&
  SPOKEN.has(other.mention.type) &&
  scoreActors(one, other) === 0;

/** What one did to the other is not what the other did to the one. */
const areMirrored = (one: Account, other: Account): boolean =>
  one.main !== null &&
  other.main !== null &&
  one.main.id !== other.main.id &&
  other.recipients.has(one.main.id) &&
  one.recipients.has(other.main.id) &&
  !(one.mention.type === other.mention.type && MUTUAL.has(one.mention.type));

const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.isSubsetOf(other) || other.isSubsetOf(one);

const isSameSentence = ({ mention: one }: Account, { mention: other }: Account): boolean =>
  one.article.id === other.article.id && one.quote.start === other.quote.start;
