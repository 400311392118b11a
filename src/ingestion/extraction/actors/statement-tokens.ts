import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Token } from '../../sentences/sentence.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import { namesHappening } from '../times/event-noun.ts';
import { adjunctTokens, antecedentOf, subjectOf } from './subject.ts';

/** The tokens with the participants and the act of a statement. Appositions, and titles before a name, are left out. */
export function statementTokens(
  sentence: SentenceAnalysis,
  { kind, clause, noun, via }: DatedStatement,
  lexicon: Lexicon,
): readonly number[] {
  if (kind === 'NOUN' && noun !== null)
    return Array.from({ length: noun.last - noun.first + 1 }, (_, step) => noun.first + step);
  const first = clause.verb?.first ?? -1;
  const subject = subjectOf(sentence, clause);
  const described = clause.kind === 'RELATIVE' ? antecedentOf(sentence, clause).tokens : [];
  const indices = [
    ...adjunctTokens(sentence, clause),
    ...subjectTokens(sentence, subject, lexicon).filter((index) => clause.tokens.includes(index)),
    ...clause.tokens.filter((index) => index >= first),
    ...(via?.tokens ?? []),
    ...described,
  ];
  return [...new Set(indices)].sort((a, b) => a - b);
}

/** A subject without the titles before its name. */
function subjectTokens(sentence: SentenceAnalysis, subject: Subject, lexicon: Lexicon): readonly number[] {
  const from = headTokens(sentence, subject, lexicon)[0] ?? 0;
  return subject.tokens.filter((index) => index >= from);
}

const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';

/**
 * The tokens of a subject that name actors. In "Russia's deputy minister Sergei Ryabkov" the names before the
 * person belong to the title. "The attacks *at the U.S. embassies*" name no actor. "The ambassador *of Peru*"
 * acts for Peru, but "supporters *of Putin*" do not act for Putin.
 */
function headTokens({ tokens }: SentenceAnalysis, subject: Subject, lexicon: Lexicon): readonly number[] {
  const isJoint = subject.tokens.some((index) => tokens[index]?.pos === 'CCONJ');
  const isOfAnother = (index: number, place: number): boolean => {
    const before = subject.tokens.slice(0, place);
    if (tokens[index]?.pos !== 'ADP' || !before.some((at) => isNoun(tokens[at]))) return false;
    const isPersons = subject.names.some(({ kind, first }) => kind === 'PERSON' && first === index + 1);
    const isHappening = namesHappening(tokens[subject.tokens[place - 1] ?? -1], lexicon);
    return tokens[index]?.lower !== 'of' || isPersons || isHappening;
  };
  const cut = subject.tokens.findIndex(isOfAnother);
  const head = cut === -1 || isJoint ? subject.tokens : subject.tokens.slice(0, cut);
  const person = subject.names.find(
    ({ kind, actor, first }) => kind === 'PERSON' && actor !== null && head.includes(first),
  );
  return person === undefined || isJoint ? head : head.filter((index) => index >= person.first);
}
