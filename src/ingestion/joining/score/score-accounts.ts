import type { EventType } from '../../../domain/event/event-type.ts';
import type { Account } from '../account.ts';
import { areUndone, relateActs } from '../acts.ts';
import type { PeopleCount } from '../counts-in.ts';
import { areComparable } from '../join-keys.ts';
import { areOneName } from './are-one-name.ts';
import { P } from './join-weights.ts';
import { areActorsComparable, scoreActors, shareParticipant } from './score-actors.ts';
import { scoreDates } from './score-dates.ts';
import { areApart, scoreSetting } from './score-setting.ts';
import { scoreWording } from './score-wording.ts';

/** The agreement of two accounts, as a whole and in each part, 0–1. */
export interface AccountScore {
  readonly score: number;
  readonly date: number;
  /** Actors and places. */
  readonly actors: number;
  readonly type: number;
  readonly wording: number;
}

export const NO_SCORE: AccountScore = { score: 0, date: 0, actors: 0, type: 0, wording: 0 };

/** Acts of speech. A plain STATEMENT by the same speaker on the same day may be an account of one. */
const SPOKEN: ReadonlySet<EventType> = new Set([
  'STATEMENT',
  'AGREE',
  'SUPPORT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
] satisfies EventType[]);
/** Types with equal sides: talks between two are the talks of either. */
const MUTUAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE'] satisfies EventType[]);

const TYPE = { SAME: 1, UNTYPED: 0.5, OTHER: 0 };
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
/** Factor for two clauses of one sentence, which are mostly about two events. */
const SAME_SENTENCE = 0.75;

/**
 * The likelihood that two accounts are of one event. It is symmetric and depends on the two accounts alone.
 * The date part multiplies the weighted sum of the others, so that nothing makes up for another time.
 */
export function scoreAccounts(one: Account, other: Account): AccountScore {
  const date = scoreDates(one, other);
  if (
    date === 0 ||
    areOtherMeetings(one, other) ||
    areOtherSpeakers(one, other) ||
    areMirrored(one, other) ||
    areUndone(one.acts, other.acts) ||
    areOtherCounts(one, other)
  )
    return NO_SCORE;
  const isOccasion = isSameOccasion(one, other);
  const meeting = scoreMeeting(one, other);
  const actors = Math.max(meeting.actors, scoreActors(one, other));
  const rel = relateActs(one.acts, other.acts);
  const setting = scoreSetting(one, other);
  const plain = scoreTypes(one.mention.type, other.mention.type);
  const type = isOccasion || rel === 'SAME' ? 1 : rel === 'OTHER' ? (plain === 0.5 ? P.typeOther! : plain * P.typeSameOther!) : plain;
  const isStory = rel === 'SAME' && setting === 1 && (one.mention.article.id !== other.mention.article.id || (one.date.role === 'PUBLISHED') !== (other.date.role === 'PUBLISHED'));
  const wording = Math.max(scoreWording(one, other, P[rel === 'SAME' ? 'aroundSame' : rel === 'OTHER' ? 'aroundOther' : 'aroundUnknown']!), isStory ? (P.apart && areApart(one, other) ? P.apart : P.floor!) : 0, SAME_OCCASION * (isOccasion ? 1 : meeting.sameness));
  const mean = weightedMean([
    [actors, P.actors! * (areActorsComparable(one, other) || meeting.actors > 0 ? 1 : P.actorUnknownWeight!)],
    [type, P.type! * (plain === 0.5 && type !== 1 ? (rel === 'OTHER' ? P.typeOtherWeight! : UNKNOWN) : 1)],
    [wording, P.wording!],
  ]);
  const ordinal = one.ordinal === other.ordinal || isOccasion ? 1 : 0.6;
  const factor = ordinal * (isSameSentence(one, other) && !isOccasion ? SAME_SENTENCE : 1);
  const apart = areApart(one, other) && one.mention.article.id !== other.mention.article.id ? P.apartFactor! : 1;
  const most = areComparable(one, other) ? 1 : P.cap!;
  return { score: Math.min(most, date * mean * factor * apart * setting * (one.date.role === 'PUBLISHED' || other.date.role === 'PUBLISHED' ? P.report! : 1)), date, actors, type, wording };
}

function weightedMean(parts: readonly (readonly [value: number, weight: number])[]): number {
  let [sum, weights] = [0, 0];
  for (const [value, weight] of parts) {
    sum += value * weight;
    weights += weight;
  }
  return sum / weights;
}

/** OTHER and STATEMENT may be a vaguer account of any type. Two specific types are two acts. */
function scoreTypes(one: EventType, other: EventType): number {
  if (isUntyped(one) || isUntyped(other)) return TYPE.UNTYPED;
  return one === other ? TYPE.SAME : TYPE.OTHER;
}

const isUntyped = (type: EventType): boolean => type === 'OTHER' || type === 'STATEMENT';

/** All statements of one speaker on one day are one event, whatever types its accounts have. */
const isSameOccasion = (one: Account, other: Account): boolean =>
  one.length === 1 &&
  other.length === 1 &&
  one.main !== null &&
  one.main.id === other.main?.id &&
  SPOKEN.has(one.mention.type) &&
  SPOKEN.has(other.mention.type);

/**
 * Scores talks of the same people, in whatever order they are named. The score is lower where an account
 * names one side only, or others too.
 */
function scoreMeeting(one: Account, other: Account): { actors: number; sameness: number } {
  const isMutual = one.mention.type === other.mention.type && MUTUAL.has(one.mention.type);
  if (!isMutual || !shareParticipant(one, other))
    return { actors: 0, sameness: 0 };
  if (!areSameSides(one, other)) return { actors: SOME_SIDES, sameness: SOME_SAMENESS };
  const isWhole = one.actors.size > 1 && other.actors.size > 1;
  return isWhole ? { actors: 1, sameness: 1 } : { actors: ONE_SIDE, sameness: ONE_SIDE };
}

/** A meeting of other people, or elsewhere on the same day, is another meeting, however alike the words. */
function areOtherMeetings(one: Account, other: Account): boolean {
  if (one.length > 1 || !MUTUAL.has(one.mention.type) || one.mention.type !== other.mention.type)
    return false;
  if (P.agree && one.mention.type !== 'CONSULT') return false;
  const elsewhere = one.places.size > 0 && other.places.size > 0 && one.places.isDisjointFrom(other.places);
  const others = one.actors.size > 1 && other.actors.size > 1 && !areSameSides(one, other);
  return elsewhere || others;
}

/** Two speakers at one meeting are two events, even if they say the same. */
const areOtherSpeakers = (one: Account, other: Account): boolean =>
  one.main !== null &&
  other.main !== null &&
  SPOKEN.has(one.mention.type) &&
  SPOKEN.has(other.mention.type) &&
  !(one.acts.has('deal') && other.acts.has('deal')) &&
  scoreActors(one, other) === 0;

/** "A accused B" and "B accused A" are two acts. */
const areMirrored = (one: Account, other: Account): boolean =>
  one.main !== null &&
  other.main !== null &&
  one.main.id !== other.main.id &&
  other.recipients.has(one.main.id) &&
  one.recipients.has(other.main.id) &&
  !(one.acts.has('win') && other.acts.has('win')) &&
  !(one.mention.type === other.mention.type && MUTUAL.has(one.mention.type));

/** The most that later reports of one happening multiply a first count by. */
const MOST_GROWTH = 3;

/** People of whatever kind, and words that are no kind of people. */
const ANYONE = new Set(
  'people persons others men women children victims passengers residents were was have had been are more in on at by of from and as the a an'.split(' '),
);

/** "34 died" and "two died" on one day; "four soldiers died" and "six farmers died". */
const areOtherCounts = (one: Account, other: Account): boolean =>
  one.counts.some((count) => other.counts.some((each) => areOfOthers(count, each)));

function areOfOthers(one: PeopleCount, other: PeopleCount): boolean {
  if (one.fate !== other.fate || (one.least <= other.most && other.least <= one.most)) return false;
  if (other.least > MOST_GROWTH * one.most || one.least > MOST_GROWTH * other.most) return true;
  const [ones, others] = [one, other].map(({ whom }) => whom.filter((word) => !ANYONE.has(word)));
  return ones !== undefined && others !== undefined && ones.length > 0 && others.length > 0 && !ones.some((word) => others.includes(word));
}

/** Whether one account names no participant that the other does not name too. */
function areSameSides(one: Account, other: Account): boolean {
  const [few, many] = one.actors.size <= other.actors.size ? [one, other] : [other, one];
  return (
    few.actors.isSubsetOf(many.actors) ||
    few.mention.actors.every(({ name }) => many.mention.actors.some((each) => areOneName(name, each.name)))
  );
}

const isSameSentence = ({ mention: one }: Account, { mention: other }: Account): boolean =>
  one.article.id === other.article.id && one.quote.start === other.quote.start;
