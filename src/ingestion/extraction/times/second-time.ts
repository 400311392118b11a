import { dayBoundsOf, type EventDate } from '../../../domain/time/event-date.ts';
import { hangingOf } from '../../../parsing/tree/predicate.ts';
import { headOfSpan, roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement, EventNoun } from './dated-statement.ts';
import { happeningBefore, namesHappening, nounPhraseAt } from './event-noun.ts';

/**
 * A statement, or the happening that its time dates where the verb has another time already: the theft in "was jailed on Monday
 * for a theft in 2018", the talks in "arrived on Monday for talks on Tuesday", the trial in "after a trial in May she was jailed on Monday".
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
  const others = all.filter(
    (other) =>
      other.kind === 'CLAUSE' && other.verb === verb && areApart(other.resolution.date, resolution.date),
  );
  const earlier = others.filter((other) => placeOf(sentence, other) < at);
  if (earlier.length === 0) {
    const own = others.length === 0 ? null : happeningAbove(sentence, statement, lexicon);
    return own === null ? statement : { ...statement, kind: 'NOUN', verb: null, noun: own, attachment: 0.8 };
  }
  const from = Math.max(verb.last, ...earlier.map((other) => placeOf(sentence, other)));
  const between = clause.tokens.filter((index) => index > from);
  const noun = happeningBefore(sentence, between, at, lexicon);
  return noun === null ? statement : { ...statement, kind: 'NOUN', verb: null, noun, attachment: 0.8 };
}

/** The happening that a time before the verb hangs on by the tree: the trial in "after a *trial* last month, jurors on Monday …". */
function happeningAbove(
  sentence: SentenceAnalysis,
  { resolution }: DatedStatement,
  lexicon: Lexicon,
): EventNoun | null {
  const { parsed, tokens } = sentence;
  const word = parsed === null ? null : headOfSpan(parsed, resolution.timex);
  const noun = parsed === null || word === null ? null : hangingOf(parsed, word).noun;
  if (parsed === null || noun === null || noun > (word ?? 0) || roleOf(parsed, noun) !== 'obl') return null;
  return namesHappening(tokens[noun], lexicon) ? nounPhraseAt(sentence, noun) : null;
}

const placeOf = ({ tokens }: SentenceAnalysis, { resolution }: DatedStatement): number =>
  tokens.findIndex(({ end }) => end > resolution.timex.start);

function areApart(one: EventDate, other: EventDate): boolean {
  const [a, b] = [dayBoundsOf(one), dayBoundsOf(other)];
  return a.latestDay < b.earliestDay || b.latestDay < a.earliestDay;
}
