import { groupsOfWord } from '../../sentences/groups-of-word.ts';
import type { Account } from '../account.ts';
import type { relateActs } from '../acts.ts';
import { haveOtherNames, isSameArticle } from './same-story.ts';
import { shareParticipant } from './score-actors.ts';
import { isReport } from './score-dates.ts';

/** The least common wording of two sentences after the lead that tell one act. */
const ALIKE = 0.3;

/**
 * Whether an article likely tells an act again. An article tells the act of its lead once more with the details, so the same act of
 * the same day is one, unless other names stand there. Clauses of one sentence with one time mostly tell one act: "The car crossed
 * the median and hit a van on Monday".
 */
export const isToldAgain = (
  one: Account,
  other: Account,
  { wording, acts }: { readonly wording: number; readonly acts: ReturnType<typeof relateActs> },
): boolean =>
  isSameArticle(one, other) &&
  (haveOneTime(one, other) ||
    (acts === 'SAME' &&
      (one.isLead || other.isLead || wording >= ALIKE) &&
      areOfADay(one) &&
      areOfADay(other) &&
      (refersBack(one) || refersBack(other) || !areOfOthers(one, other)) &&
      (wording >= ALIKE || !areOfOtherThings(one, other))));

const haveOneTime = ({ mention: { timex: one } }: Account, { mention: { timex: other } }: Account): boolean =>
  one !== null && one.start === other?.start;

const areOfADay = (account: Account): boolean => account.length === 1 || isReport(account);

/**
 * Whether two accounts are of different people or places: "Ada Novak won on Monday", "Zora Hart won on Monday". A lead may leave
 * the names to a later sentence: "A judge has convicted a woman", "Judge Ada Novak convicted Zora Hart".
 */
function areOfOthers(one: Account, other: Account): boolean {
  if (shareParticipant(one, other)) return false;
  const bothHave = ({ size: ones }: ReadonlySet<string>, { size: others }: ReadonlySet<string>): boolean =>
    ones > 0 && others > 0;
  const areElsewhere = bothHave(one.places, other.places) && one.places.isDisjointFrom(other.places);
  const leavesNamesOut = isUnnamedLead(one) || isUnnamedLead(other);
  return (
    areElsewhere || bothHave(one.actors, other.actors) || (!leavesNamesOut && haveOtherNames(one, other))
  );
}

/** Whether a lead tells what "a judge" or "a woman" did. */
const isUnnamedLead = ({ isLead, actors, clauseNames, mention: { act } }: Account): boolean =>
  isLead && actors.size === 0 && act?.subject != null && !clauseNames.has(act.subject);

/** "The crash *happened* near Harlow": such a sentence gives the time and place of an act in an earlier sentence. */
const refersBack = ({ mention: { act } }: Account): boolean =>
  act?.subject != null && /^(?:happen|occur|take_place)$/u.test(act.word);

/** "arrested a *man*", "arrested a *woman*". A thing that names the act is none: "revealed the *discovery*". */
function areOfOtherThings(one: Account, other: Account): boolean {
  const [thing, another] = [thingOf(one), thingOf(other)];
  return thing !== null && another !== null && thing !== another;
}

function thingOf({ mention: { act }, acts }: Account): string | null {
  const object = act?.object ?? null;
  return object === null || groupsOfWord(object).some((group) => acts.done.has(group)) ? null : object;
}

/** Distance counts up to so many characters between two sentences, and grows fast over the first ones, as depth does. */
const FAR = 300;
const FIRST = 100;

/** The distance of two sentences of an article, on the scale of depth: 0 for neighbours. */
export function distanceOf({ mention: one }: Account, { mention: other }: Account): number {
  const [first, second] = one.quote.start <= other.quote.start ? [one, other] : [other, one];
  const between = Math.max(0, second.quote.start - first.quote.end);
  return Math.log10(1 + Math.min(between, FAR) / FIRST);
}
