import type { Account } from '../account.ts';
import type { relateActs } from '../acts.ts';
import type { WEIGHTS } from './join-weights.ts';
import { isSpoken } from './kinds-of-act.ts';
import { haveOtherNames, isSameArticle } from './same-story.ts';
import { shareParticipant } from './score-actors.ts';
import { isReport } from './score-dates.ts';
import { distanceOf, isToldAgain } from './within-article.ts';

/** The strength of each piece of evidence: 0 where it is missing, 1 for most where it is there. */
export type Evidence = Readonly<Record<keyof typeof WEIGHTS, number>>;

/** Common wording beyond this share proves no more. */
const MOST_WORDING = 0.8;

/** The agreement of two accounts that their evidence rests on. */
interface Agreement {
  readonly date: number;
  /** Whether their articles tell one story. */
  readonly isOneStory: boolean;
  /** The share of common wording. */
  readonly wording: number;
  readonly acts: ReturnType<typeof relateActs>;
}

export function evidenceOf(
  one: Account,
  other: Account,
  { date, isOneStory, wording, acts }: Agreement,
): Evidence {
  const isShared = shareParticipant(one, other);
  const isAgain = isToldAgain(one, other, { wording, acts });
  return {
    prior: 1,
    date: Math.log(date),
    wording: Math.min(wording, MOST_WORDING),
    sameAct: Number(isOneStory && acts === 'SAME'),
    otherAct: Number(acts === 'OTHER'),
    clashingActs: Number(
      acts === 'OTHER' &&
        (areKnown(one, other) || (!isShared && !isSameArticle(one, other))) &&
        !areOneKind(one, other) &&
        !shareWord(one, other),
    ),
    sharedParticipant: Number(isShared),
    sharedRecipient: Number(!one.recipients.isDisjointFrom(other.recipients)),
    nobodyNamed: Number(one.actors.size === 0 && other.actors.size === 0),
    otherNames: Number(!isShared && !isAgain && haveOtherNames(one, other)),
    speechAndDeed: Number(isSpoken(one) !== isSpoken(other)),
    sameOccasion: Number(isSameOccasion(one, other)),
    sharedFigure: Number(!one.figures().isDisjointFrom(other.figures())),
    sameArticle: Number(isSameArticle(one, other) && !isReport(one) && !isReport(other)),
    depth: isAgain ? distanceOf(one, other) : Math.max(depthOf(one), depthOf(other)),
  };
}

const areOneKind = ({ mention: one }: Account, { mention: other }: Account): boolean =>
  one.type === other.type && one.type !== 'OTHER' && one.type !== 'STATEMENT';

/** Whether both clauses have a word that is no name. */
function shareWord(one: Account, other: Account): boolean {
  for (const word of one.words.all)
    if (other.words.all.has(word) && !isNameOf(one, word) && !isNameOf(other, word)) return true;
  return false;
}

const isNameOf = ({ names, clauseNames }: Account, word: string): boolean =>
  names.has(word) || clauseNames.has(word);

const areKnown = (one: Account, other: Account): boolean => one.acts.isListed && other.acts.isListed;

/** All statements of one speaker on one day are one event, whatever types its accounts have. */
const isSameOccasion = (one: Account, other: Account): boolean =>
  one.length === 1 &&
  other.length === 1 &&
  one.main !== null &&
  one.main.id === other.main?.id &&
  isSpoken(one) &&
  isSpoken(other);

/** An account this many characters into its article is deep in it. */
const DEEP = 300;
/** Depth grows fast over the first characters. */
const FIRST = 100;

/** 0 for the first sentence of an article. */
const depthOf = ({ mention }: Account): number => Math.log10(1 + Math.min(mention.quote.start, DEEP) / FIRST);
