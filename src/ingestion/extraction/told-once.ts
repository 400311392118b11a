import { dayBoundsOf, type EventDate } from '../../domain/time/event-date.ts';
import { hangingOf } from '../../parsing/tree/predicate.ts';
import { dependentWith, headOfSpan, headsOf, roleOf } from '../../parsing/tree/sentence-tree.ts';
import { isWholeSentence } from '../sentences/wording.ts';
import { predicateOfVerb } from './actors/subject-in-tree.ts';
import type { DatedMention } from './lead-follower.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';

/** Whether an account of a sentence tells nothing more beside another account of the sentence. */
type IsRetold = (
  account: DatedMention,
  other: DatedMention,
  given: { readonly sentence: SentenceAnalysis; readonly isLater: boolean },
) => boolean;

/** The accounts of a sentence without those that would tell one act twice. */
export const toldOnce = (
  sentence: SentenceAnalysis,
  accounts: readonly DatedMention[],
): readonly DatedMention[] =>
  RETOLD.reduce(
    (kept, isRetold) =>
      kept.filter(
        (account, at) =>
          !kept.some(
            (other, place) => place !== at && isRetold(account, other, { sentence, isLater: at > place }),
          ),
      ),
    accounts,
  );

const isOfOneVerb = ({ statement: one }: DatedMention, { statement: other }: DatedMention): boolean =>
  one.kind === 'CLAUSE' && other.kind === 'CLAUSE' && one.verb === other.verb;

/** "sank *around 5 pm* local time on Tuesday": a clock time has the day that stands with it. */
const isOfDayBeside: IsRetold = (account, other) =>
  isOfOneVerb(account, other) &&
  account.mention.timex?.type === 'TIME' &&
  other.mention.timex?.type === 'DATE' &&
  other.mention.date?.precision === 'DAY';

/** "reported on Monday five cases of flu *2019*": the verb has a closer time of its own, and a noun has this bare one. */
const isOfNounBeside: IsRetold = (account, other, { sentence }) => {
  const { noun, isBare } = hangingWith(sentence, account);
  return (
    isOfOneVerb(account, other) &&
    daysOf(account) > daysOf(other) &&
    noun !== null &&
    isBare &&
    isOwnTime(sentence, other)
  );
};

function daysOf({ mention: { date } }: DatedMention): number {
  if (date === null) return 0;
  const { earliestDay, latestDay } = dayBoundsOf(date);
  return latestDay - earliestDay;
}

function isOwnTime(sentence: SentenceAnalysis, account: DatedMention): boolean {
  const { predicate, noun } = hangingWith(sentence, account);
  return noun === null && predicate === account.statement.verb?.head;
}

/** The verb and the noun that an account's time hangs on by the tree, and whether the time lacks a preposition. */
function hangingWith(
  { parsed }: SentenceAnalysis,
  { statement: { verb, resolution } }: DatedMention,
): { readonly predicate: number | null; readonly noun: number | null; readonly isBare: boolean } {
  const word = parsed === null ? null : headOfSpan(parsed, resolution.timex);
  if (parsed === null || word === null || verb === null)
    return { predicate: null, noun: null, isBare: false };
  const { predicate, noun } = hangingOf(parsed, word);
  const isBare = dependentWith(parsed, word, 'case') === null;
  return {
    predicate: predicate === predicateOfVerb(parsed, verb.head) ? verb.head : predicate,
    noun,
    isBare,
  };
}

/**
 * A title that is the whole sentence tells nothing more beside a clause with the same time: "On Sunday the flood receded and …"
 * beside "The flood receded". A relative clause tells an act of its own. Beside a speaker's words another time of the day is that
 * of the act spoken of.
 */
const isToldInClause: IsRetold = ({ mention, statement }, { mention: other, statement: told }) => {
  if (!isWholeSentence(mention) || other.titleKind !== 'CLAUSE' || told.kind !== 'CLAUSE') return false;
  const isRelative = statement.clause.kind === 'RELATIVE';
  return mention.timex?.start === other.timex?.start
    ? !isRelative
    : isOneDate(mention.date, other.date) && (isRelative || other.type !== 'STATEMENT');
};

/** "a car that *was travelling* east on Monday when it hit a van": the scene of another act at the same time. */
const isSceneBeside: IsRetold = ({ mention, statement }, { mention: other, statement: told }, { sentence }) =>
  statement.clause.kind === 'RELATIVE' &&
  told.kind === 'CLAUSE' &&
  mention.timex?.start === other.timex?.start &&
  isInProgress(sentence, statement) &&
  !isInProgress(sentence, told);

const isInProgress = ({ tokens }: SentenceAnalysis, { verb }: DatedMention['statement']): boolean =>
  /^(?:was|were)$/u.test(tokens[verb?.first ?? -1]?.lower ?? '') &&
  /ing$/u.test(tokens[verb?.head ?? -1]?.lower ?? '');

const isOneDate = (one: EventDate | null, other: EventDate | null): boolean =>
  one !== null && one.edtf === other?.edtf && one.role === other.role;

/**
 * "was called at 11.40 am", with the title and the day of "was listed on Monday". A whole sentence is the title of the times of
 * its main predicate: "The mill, built in 1873, burned on Monday" is an account of Monday. Without such a time it is the title of
 * the narrower time, or of the first one. A planned or proposed act in a sentence about the past stays an account of its own.
 */
const hasTitleOf: IsRetold = (account, other, { sentence, isLater }) => {
  const [one, two] = [account.mention, other.mention];
  if (one.title !== two.title) return false;
  if (!isWholeSentence(one) || one.modality !== two.modality)
    return isLater && haveCommonDay(one.date, two.date);
  const [isMain, isOtherMain] = [account, other].map((each) => isOfMainPredicate(sentence, each));
  if (isMain !== isOtherMain) return isOtherMain === true;
  if (isMuchWider(account, other)) return true;
  return isLater && isMain !== true && !isMuchWider(other, account);
};

function haveCommonDay(one: EventDate | null, other: EventDate | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [dayBoundsOf(one), dayBoundsOf(other)];
  return a.earliestDay <= b.latestDay && b.earliestDay <= a.latestDay;
}

function isOfMainPredicate(sentence: SentenceAnalysis, account: DatedMention): boolean {
  const { parsed } = sentence;
  const { predicate, noun } = hangingWith(sentence, account);
  if (parsed === null || predicate === null || noun !== null) return false;
  const [last = predicate, ...others] = [predicate, ...headsOf(parsed, predicate)].reverse();
  return parsed.words[last]?.head === -1 && others.every((index) => roleOf(parsed, index) === 'conj');
}

/** A month beside a day; not 31 days beside 30. */
const isMuchWider = (one: DatedMention, other: DatedMention): boolean =>
  daysOf(one) + 1 > 2 * (daysOf(other) + 1);

/** In this order: an account counts against others while it is kept itself. */
const RETOLD: readonly IsRetold[] = [
  isOfDayBeside,
  isOfNounBeside,
  isToldInClause,
  isSceneBeside,
  hasTitleOf,
];
