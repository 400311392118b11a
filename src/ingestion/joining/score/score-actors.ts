import type { Participant } from '../../../domain/event/mention.ts';
import type { Account } from '../account.ts';
import { areOneName } from './are-one-name.ts';

const WHO = { SAME: 1, NAMED_AFTER: 0.8, OTHER_ROLE: 0.5, UNKNOWN: 0.5, OTHERS: 0 };
const SHARED_PLACE = 0.3;
/** Factor where the two accounts name different places. */
const ELSEWHERE = 0.6;
/** Number of letters that a state's name shares with the names of its ministries. */
const NAME_ROOT = 5;

/**
 * The agreement of actors and places, 0–1. An account without an actor contradicts no other. A common place
 * does not make two people one.
 */
export function scoreActors(one: Account, other: Account): number {
  const who = scoreMain(one, other);
  if (who === WHO.OTHERS || one.places.size === 0 || other.places.size === 0) return who;
  return one.places.isDisjointFrom(other.places) ? who * ELSEWHERE : Math.min(1, who + SHARED_PLACE);
}

/** The same actor, or an actor and its side ("the Foreign Ministry", "Russia"). */
function scoreMain(one: Account, other: Account): number {
  if (areUponOthers(one, other)) return WHO.OTHERS;
  if (one.main === null || other.main === null) return WHO.UNKNOWN;
  if (one.main.id === other.main.id) return WHO.SAME;
  if (areOneName(one.main.name, other.main.name) || isNamedAfter(one.main.name, other.main.name))
    return WHO.NAMED_AFTER;
  return isNamedIn(one.main, other) || isNamedIn(other.main, one) ? WHO.OTHER_ROLE : WHO.OTHERS;
}

const isNamedIn = ({ id, name }: Participant, { actors, mention }: Account): boolean =>
  actors.has(id) || mention.actors.some((each) => areOneName(name, each.name));

/** Whether both accounts name a participant, by whatever of its names. */
export const shareParticipant = (one: Account, other: Account): boolean =>
  one.mention.actors.some((each) => isNamedIn(each, other));

/** "Police arrested …": no actor is named, and the recipients differ. */
export const areUponOthers = (one: Account, other: Account): boolean =>
  one.main === null &&
  other.main === null &&
  one.actors.size > 0 &&
  other.actors.size > 0 &&
  !shareParticipant(one, other);

/** "Russia", "the Russian Foreign Ministry": the shorter name is a single word. */
function isNamedAfter(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const root = short.slice(0, NAME_ROOT);
  return root.length === NAME_ROOT && !short.includes(' ') && long.includes(root);
}

/** Whether one account names no participant that the other does not name too. */
export function areSameSides(one: Account, other: Account): boolean {
  const [few, many] = one.actors.size <= other.actors.size ? [one, other] : [other, one];
  return few.mention.actors.every((actor) => isNamedIn(actor, many));
}
