import type { Account } from '../account.ts';
import { relateActs } from '../acts.ts';
import { isReport } from './score-dates.ts';
import { isOfOneStory, isSameArticle, relateNames } from './score-setting.ts';

/** The least wording score of one act in one story. */
const SAME_ACT = 0.45;
/** The least wording score of two accounts with a figure in common. */
const SAME_FIGURE = 0.8;
/** The least wording score of two leads of one event, and of two leads that tell unlike acts. */
const SAME_LEAD = 0.65;
const ENOUGH_IN_LEADS = 0.3;
const A_WEEK = 7;

/** The scores that the least wording depends on. */
interface KnownScores {
  readonly setting: number;
  readonly wording: number;
  /** Whether each account has a type of its own, and the words for the acts differ. */
  readonly areOtherTypes: boolean;
}

/**
 * Two outlets tell one act of a story in words of their own, and so do an article's lead and the sentence that dates it. A wide
 * date fits other acts of the kind too.
 */
export function leastWording(one: Account, other: Account, known: KnownScores): number {
  const isTold = isSameArticle(one, other) ? isReport(one) !== isReport(other) : isOfOneStory(known.setting);
  if (!isTold || Math.max(one.length, other.length) > A_WEEK) return 0;
  if (!one.figures().isDisjointFrom(other.figures())) return SAME_FIGURE;
  if (relateActs(one.acts, other.acts) === 'SAME') return SAME_ACT;
  return areLeadsOfOneEvent(one, other, known) ? SAME_LEAD : 0;
}

/**
 * Articles of one story that open with the same day, or with clauses that share a name, mostly open with one event. Where both
 * clauses say what was done, and it is not the same, more of their words must be alike.
 */
function areLeadsOfOneEvent(one: Account, other: Account, { wording, areOtherTypes }: KnownScores): boolean {
  if (!one.isLead || !other.isLead || areOtherTypes || isSameArticle(one, other)) return false;
  const names = relateNames(one, other);
  if (names !== 'SHARED') return names === 'UNKNOWN' && one.length === 1 && other.length === 1;
  return !(one.acts.isListed && other.acts.isListed) || wording >= ENOUGH_IN_LEADS;
}
