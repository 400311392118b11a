import type { DatedStatement } from './dated-statement.ts';
import type { SentenceAnalysis, Subject } from './sentence-analysis.ts';
import { adjunctTokens, antecedentOf, subjectOf } from './subject.ts';

/** The tokens that say who takes part and what is done: no apposition, no title before a name. */
export function tellingTokens(
  sentence: SentenceAnalysis,
  { kind, clause, noun, via }: DatedStatement,
): readonly number[] {
  if (kind === 'NOUN' && noun !== null)
    return Array.from({ length: noun.last - noun.first + 1 }, (_, step) => noun.first + step);
  const first = clause.verb?.first ?? -1;
  const subject = subjectOf(sentence, clause);
  const described = clause.kind === 'RELATIVE' ? antecedentOf(sentence, clause).tokens : [];
  const told = [
    ...adjunctTokens(sentence, clause),
    ...headTokens(sentence, subject).filter((index) => clause.tokens.includes(index)),
    ...clause.tokens.filter((index) => index >= first),
    ...(via?.tokens ?? []),
    ...described,
  ];
  return [...new Set(told)].sort((a, b) => a - b);
}

/** "Russia's deputy minister Sergei Ryabkov" is a person; the names before are part of the title. */
export function headTokens({ tokens }: SentenceAnalysis, subject: Subject): readonly number[] {
  const person = subject.names.find(({ kind, actor }) => kind === 'PERSON' && actor !== null);
  const isJoint = subject.tokens.some((index) => tokens[index]?.pos === 'CCONJ');
  if (person !== undefined && tokens[person.first - 1]?.lower === 'of' && !isJoint)
    return subject.tokens.filter((index) => index < person.first - 1);
  return person === undefined || isJoint
    ? subject.tokens
    : subject.tokens.filter((index) => index >= person.first);
}
