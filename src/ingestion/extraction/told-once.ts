import { dayBoundsOf, type EventDate } from '../../domain/time/event-date.ts';
import { hangingOf } from '../../parsing/tree/predicate.ts';
import { headOfSpan } from '../../parsing/tree/sentence-tree.ts';
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

/** "reported on Monday five cases of the *2019* flu": the verb has a closer time of its own, and a noun has this one. */
const isOfNounBeside: IsRetold = (account, other, { sentence }) =>
  isOfOneVerb(account, other) &&
  daysOf(account) > daysOf(other) &&
  hangingWith(sentence, account).noun !== null &&
  isOwnTime(sentence, other);

function daysOf({ mention: { date } }: DatedMention): number {
  if (date === null) return 0;
  const { earliestDay, latestDay } = dayBoundsOf(date);
  return latestDay - earliestDay;
}

function isOwnTime(sentence: SentenceAnalysis, account: DatedMention): boolean {
  const { predicate, noun } = hangingWith(sentence, account);
  return noun === null && predicate === account.statement.verb?.head;
}

/** The verb, as the head of its group or clause, and the noun that an account's time hangs on by the tree. */
function hangingWith(
  { parsed }: SentenceAnalysis,
  { statement: { verb, resolution } }: DatedMention,
): { readonly predicate: number | null; readonly noun: number | null } {
  const word = parsed === null ? null : headOfSpan(parsed, resolution.timex);
  if (parsed === null || word === null || verb === null) return { predicate: null, noun: null };
  const { predicate, noun } = hangingOf(parsed, word);
  return { predicate: predicate === predicateOfVerb(parsed, verb.head) ? verb.head : predicate, noun };
}

/**
 * A title that is the whole sentence tells nothing more beside a clause with the same time: "On Sunday the flood receded and …"
 * beside "The flood receded". Beside a speaker's words another time of the day is that of the act spoken of.
 */
const isToldInClause: IsRetold = ({ mention, statement }, { mention: other, statement: told }) =>
  isWholeSentence(mention) &&
  other.titleKind === 'CLAUSE' &&
  told.kind === 'CLAUSE' &&
  (mention.timex?.start === other.timex?.start ||
    (isOneDate(mention.date, other.date) &&
      (other.type !== 'STATEMENT' || statement.clause.kind === 'RELATIVE')));

const isOneDate = (one: EventDate | null, other: EventDate | null): boolean =>
  one !== null && one.edtf === other?.edtf && one.role === other.role;

/** "was called at 11.40 am", with the title and the day of "was listed on Monday". */
const hasTitleOf: IsRetold = ({ mention: one }, { mention: other }, { isLater }) =>
  isLater && one.title === other.title && haveCommonDay(one.date, other.date);

function haveCommonDay(one: EventDate | null, other: EventDate | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [dayBoundsOf(one), dayBoundsOf(other)];
  return a.earliestDay <= b.latestDay && b.earliestDay <= a.latestDay;
}

/** In this order: an account counts against others while it is kept itself. */
const RETOLD: readonly IsRetold[] = [isOfDayBeside, isOfNounBeside, isToldInClause, hasTitleOf];
