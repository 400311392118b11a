import type { Account } from '../account.ts';
import { areUndone, relateActs } from '../acts.ts';
import type { PeopleCount } from '../counts-in.ts';
import { isMutual, isSpoken } from './kinds-of-act.ts';
import { areOfOneStory } from './same-story.ts';
import { areSameSides, areUponOthers } from './score-actors.ts';

/** Whether something in two accounts keeps them apart, however alike the rest is, given how well actors and wording agree. */
export const areTwoEvents = (
  one: Account,
  other: Account,
  { actors, wording }: { readonly actors: number; readonly wording: number },
): boolean =>
  one.ordinal !== other.ordinal ||
  areOtherMeetings(one, other) ||
  (actors === 0 && areOtherSpeakers(one, other)) ||
  areMirrored(one, other) ||
  areUndone(one.acts, other.acts) ||
  areContrary(one, other) ||
  areOtherPeople(one, other) ||
  areUponOtherPeople(one, other) ||
  (wording < ALIKE && areUnlikeSpans(one, other));

/** The least common wording of a day and a year. */
const ALIKE = 0.3;
/** A span this many times as long as another holds many acts of a kind. */
const MANY_TIMES = 100;

/** "shelled the town on Monday", "shelled the town in 2019". */
const areUnlikeSpans = ({ length: one }: Account, { length: other }: Account): boolean =>
  Math.max(one, other) >= MANY_TIMES * Math.min(one, other);

/** "Police arrested A", "police arrested B". */
const areUponOtherPeople = (one: Account, other: Account): boolean =>
  one.mention.type === 'COERCE' &&
  other.mention.type === 'COERCE' &&
  areUponOthers(one, other) &&
  relateActs(one.acts, other.acts) === 'SAME';

/** A meeting of other people, or elsewhere on the same day, is another meeting. */
function areOtherMeetings(one: Account, other: Account): boolean {
  if (one.length > 1 || one.mention.type !== 'CONSULT' || other.mention.type !== 'CONSULT') return false;
  const elsewhere = one.places.size > 0 && other.places.size > 0 && one.places.isDisjointFrom(other.places);
  return elsewhere || (one.actors.size > 1 && other.actors.size > 1 && !areSameSides(one, other));
}

/** Two speakers at one meeting are two events, even if they say the same. The two sides of a deal make one deal. */
const areOtherSpeakers = (one: Account, other: Account): boolean =>
  one.main !== null &&
  other.main !== null &&
  isSpoken(one) &&
  isSpoken(other) &&
  !bothHave('deal', one, other);

/** "A accused B" and "B accused A" are two acts. "A beat B" and "B lost to A" are one. */
const areMirrored = (one: Account, other: Account): boolean =>
  one.main !== null &&
  other.main !== null &&
  one.main.id !== other.main.id &&
  other.recipients.has(one.main.id) &&
  one.recipients.has(other.main.id) &&
  !bothHave('win', one, other) &&
  !(one.mention.type === other.mention.type && isMutual(one));

/** "did not resign", "resigned". */
const areContrary = (one: Account, other: Account): boolean =>
  one.mention.act != null &&
  other.mention.act != null &&
  one.mention.act.isNegated !== other.mention.act.isNegated &&
  relateActs(one.acts, other.acts) === 'SAME';

const bothHave = (act: string, one: Account, other: Account): boolean =>
  one.acts.done.has(act) && other.acts.done.has(act);

/** The most that later reports of a happening multiply a first count by. */
const MOST_GROWTH = 10;

/** "34 died" and "two died" on one day; "four soldiers died" and "six farmers died". Later reports count more people. */
function areOtherPeople(one: Account, other: Account): boolean {
  const [ones, others] = [one.counts(), other.counts()];
  if (ones.length === 0 || others.length === 0) return false;
  const most = areOfOneStory(one, other) ? MOST_GROWTH : 1;
  return ones.some((count) => others.some((each) => areApart(count, each, most)));
}

function areApart(one: PeopleCount, other: PeopleCount, most: number): boolean {
  if (one.fate !== other.fate || (one.least <= other.most && other.least <= one.most)) return false;
  if (other.least > most * one.most || one.least > most * other.most) return true;
  return one.kinds.size > 0 && other.kinds.size > 0 && one.kinds.isDisjointFrom(other.kinds);
}
