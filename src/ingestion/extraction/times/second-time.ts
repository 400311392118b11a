import { dayBoundsOf, type EventDate } from '../../../domain/time/event-date.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from './dated-statement.ts';
import { happeningBefore } from './event-noun.ts';

/**
 * A statement, or the happening that its time dates where the verb has another time already: the theft in "was jailed on Monday
 * for a theft in 2018", the talks in "arrived on Monday for talks on Tuesday".
 */
export function ofSecondTime(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  all: readonly DatedStatement[],
  lexicon: Lexicon,
): DatedStatement {
  const { kind, clause, verb, via, resolution } = statement;
  if (kind !== 'CLAUSE' || verb === null || via !== null) return statement;
  const at = placeOf(sentence, statement);
  const earlier = all.filter(
    (other) =>
      other.kind === 'CLAUSE' &&
      other.verb === verb &&
      placeOf(sentence, other) < at &&
      areApart(other.resolution.date, resolution.date),
  );
  if (earlier.length === 0) return statement;
  const from = Math.max(verb.last, ...earlier.map((other) => placeOf(sentence, other)));
  const between = clause.tokens.filter((index) => index > from);
  const noun = happeningBefore(sentence, between, at, lexicon);
  return noun === null ? statement : { ...statement, kind: 'NOUN', verb: null, noun, attachment: 0.8 };
}

const placeOf = ({ tokens }: SentenceAnalysis, { resolution }: DatedStatement): number =>
  tokens.findIndex(({ end }) => end > resolution.timex.start);

function areApart(one: EventDate, other: EventDate): boolean {
  const [a, b] = [dayBoundsOf(one), dayBoundsOf(other)];
  return a.latestDay < b.earliestDay || b.latestDay < a.earliestDay;
}
