import { dayBoundsOf } from '../../../domain/time/event-date.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from './dated-statement.ts';

/** Whether one of two dated statements is the other again, with a worse date. */
export const isOverruled = (
  sentence: SentenceAnalysis,
  one: DatedStatement,
  other: DatedStatement,
): boolean => isNarrower(other, one) || isAccountedFor(sentence, one, other);

/** "reported a loss *for 2009* on Monday": the accounting period is not the time of the report. */
function isAccountedFor({ tokens }: SentenceAnalysis, one: DatedStatement, other: DatedStatement): boolean {
  if (one === other || one.clause !== other.clause || one.kind !== other.kind) return false;
  const isFor = ({ resolution }: DatedStatement): boolean => {
    const at = tokens.findIndex(({ end }) => end > resolution.timex.start);
    return tokens[at - 1]?.lower === 'for';
  };
  return isFor(one) && !isFor(other);
}

/** "at his year-end conference last week": of two dates of one statement, one inside the other, the narrower counts. */
function isNarrower(one: DatedStatement, other: DatedStatement): boolean {
  if (one === other || one.clause !== other.clause || one.kind !== other.kind || one.noun !== other.noun)
    return false;
  const [a, b] = [dayBoundsOf(one.resolution.date), dayBoundsOf(other.resolution.date)];
  if (a.earliestDay < b.earliestDay || a.latestDay > b.latestDay) return false;
  const same = a.earliestDay === b.earliestDay && a.latestDay === b.latestDay;
  return !same || one.resolution.timex.start < other.resolution.timex.start;
}
