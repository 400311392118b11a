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

/** "reported on Monday five cases of the *2019* flu": the verb has a time of its own, and a noun has this one. */
const isOfNounBeside: IsRetold = (account, other, { sentence }) =>
  isOfOneVerb(account, other) && hangingWith(sentence, account).noun !== null && isOwnTime(sentence, other);

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
 * A title that is the whole sentence tells nothing more beside a clause with the same date: "On Sunday the flood receded and …"
 * beside "The flood receded".
 */
const isToldInClause: IsRetold = ({ mention }, { mention: other, statement }) =>
  isWholeSentence(mention) &&
  other.titleKind === 'CLAUSE' &&
  statement.kind === 'CLAUSE' &&
  mention.date?.edtf === other.date?.edtf &&
  mention.date?.role === other.date?.role;

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
