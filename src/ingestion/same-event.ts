import { type DayBounds, dayBoundsOf } from '../domain/event-date.ts';
import type { EventType } from '../domain/event-type.ts';
import type { Mention } from '../domain/mention.ts';
import { overlapOf, sharedOf, wordsOfMention, wordsOfQuote } from './wording.ts';

/** A dated mention as it is compared: everything that would otherwise be computed once for each pair. */
export interface Account {
  readonly mention: Mention;
  readonly bounds: DayBounds;
  /** Days, both ends counted. */
  readonly length: number;
  /** OPEN dates are compared as they are written. */
  readonly edtf: string;
  readonly main: string | null;
  readonly actors: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Those of the whole sentence. */
  readonly quoteWords: ReadonlySet<string>;
}

/** A span of days and one inside it may be of one event if the longer is at most so many times the shorter. */
const WIDEST_RATIO = 4;
const WORDING = { ALIKE: 0.2, CLOSE: 0.5 };
/** Of so few words of content, one in common is much. */
const FEW_WORDS = 2;
/** So many words in common in two sentences are no chance. */
const ENOUGH_AROUND = 4;
/** So many letters of a state's name its ministries share with it. */
const NAME_ROOT = 5;

/** Types that are acts of speech, which a plain STATEMENT of the same speaker on the same day may be an account of. */
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

/** What `sameEvent` compares; null for a mention without a date, which is never compared. */
export function accountOf(mention: Mention): Account | null {
  if (mention.date === null) return null;
  const bounds = dayBoundsOf(mention.date);
  return {
    mention,
    bounds,
    length: bounds.latestDay - bounds.earliestDay + 1,
    edtf: mention.date.edtf,
    main: mention.actors[0]?.id ?? null,
    actors: new Set(mention.actors.map(({ id }) => id)),
    places: new Set(mention.places.map(({ id }) => id)),
    words: wordsOfMention(mention),
    quoteWords: wordsOfQuote(mention),
  };
}

/**
 * Whether two mentions tell of one event. A pure relation of the two, the same in both directions; an event is what it
 * links, directly or over others. Either all that one speaker says on one day; or the same kind of act, by the same actor
 * or at the same place, at times of which one holds the other, in words that are alike.
 */
export function sameEvent(one: Account, other: Account): boolean {
  if (!canBeSameTime(one, other) || areOtherMeetings(one, other)) return false;
  return isSameOccasion(one, other) || isSameAct(one, other);
}

function canBeSameTime(one: Account, other: Account): boolean {
  if (one.mention.date?.precision === 'OPEN' || other.mention.date?.precision === 'OPEN')
    return one.edtf === other.edtf;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const isInside =
    short.bounds.earliestDay >= long.bounds.earliestDay && short.bounds.latestDay <= long.bounds.latestDay;
  return isInside && long.length <= short.length * WIDEST_RATIO;
}

/** On one day a meeting of others, or one elsewhere, is another meeting, however alike its words. */
function areOtherMeetings(one: Account, other: Account): boolean {
  if (one.length > 1 || !MUTUAL.has(one.mention.type) || one.mention.type !== other.mention.type)
    return false;
  const elsewhere = one.places.size > 0 && other.places.size > 0 && !shares(one.places, other.places);
  const others = one.actors.size > 1 && other.actors.size > 1 && !isWithin(one.actors, other.actors);
  return elsewhere || others;
}

/** All that a speaker says on one day is one event, whatever kinds of act its accounts see in it. */
function isSameOccasion(one: Account, other: Account): boolean {
  if (one.length > 1 || one.main === null || one.main !== other.main) return false;
  const [a, b] = [one.mention.type, other.mention.type];
  if (!SPOKEN.has(a) || !SPOKEN.has(b)) return false;
  return a === 'STATEMENT' || b === 'STATEMENT' || a === b || isAlike(one, other, WORDING.ALIKE);
}

function isSameAct(one: Account, other: Account): boolean {
  const [a, b] = [one.mention.type, other.mention.type];
  if (a !== b) return isSameMain(one, other) && isTyped(a, b) && isAlike(one, other, WORDING.CLOSE);
  if (MUTUAL.has(a) && isWithin(one.actors, other.actors)) return true;
  if (isSameMain(one, other) && (shares(one.places, other.places) || isAlike(one, other, WORDING.ALIKE)))
    return true;
  if (isAlikeAround(one, other)) return true;
  const isUnclaimed = one.main === null || other.main === null;
  return isUnclaimed && shares(one.places, other.places) && isAlike(one, other, WORDING.ALIKE);
}

/** OTHER and STATEMENT may be a less telling account of any type; two types proper are two acts. */
const isTyped = (a: EventType, b: EventType): boolean =>
  a === 'OTHER' || b === 'OTHER' || a === 'STATEMENT' || b === 'STATEMENT';

/** The same actor first, or one that the other acts for ("the Foreign Ministry", "Russia"), but not a mirror image. */
function isSameMain(one: Account, other: Account): boolean {
  if (one.main === null || other.main === null) return false;
  const actsForOther = one.mention.actors[1]?.id === other.main;
  const actsForOne = other.mention.actors[1]?.id === one.main;
  return one.main === other.main || actsForOther !== actsForOne;
}

const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size > 0 && other.size > 0 && (isSubset(one, other) || isSubset(other, one));

const isSubset = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].every((member) => other.has(member));

const shares = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((member) => other.has(member));

/** Two articles that surround the act of one actor with the same words tell of the same act, however each puts the act itself. */
function isAlikeAround(one: Account, other: Account): boolean {
  if (one.mention.article.id === other.mention.article.id || !isNearlySameMain(one, other)) return false;
  const enough = sharedOf(one.quoteWords, other.quoteWords) >= ENOUGH_AROUND;
  return enough && overlapOf(one.quoteWords, other.quoteWords) >= WORDING.ALIKE;
}

/** The same actor, or one named after the other: "Russia", "the Russian Foreign Ministry". */
function isNearlySameMain({ mention: one }: Account, { mention: other }: Account): boolean {
  const [a, b] = [one.actors[0]?.name, other.actors[0]?.name];
  if (a === undefined || b === undefined) return false;
  const root = (a.length <= b.length ? a : b).slice(0, NAME_ROOT);
  return a === b || (root.length === NAME_ROOT && a.includes(root) && b.includes(root));
}

/** One word in common is a topic, two are a matter; a mention of very few words has but one to share. */
function isAlike(one: Account, other: Account, least: number): boolean {
  const fewest = Math.min(one.words.size, other.words.size);
  const enough = fewest <= FEW_WORDS ? 1 : 2;
  return sharedOf(one.words, other.words) >= enough && overlapOf(one.words, other.words) >= least;
}
