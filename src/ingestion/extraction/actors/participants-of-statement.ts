import type { Actor, Participant } from '../../../domain/event/mention.ts';
import { caseOf } from '../../../parsing/tree/participants.ts';
import { dependentsWith, roleOf, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import { type Lexicon, sidesOf } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { NOMINATIVE } from '../../sentences/grammar-words.ts';
import { isFiniteForm } from '../../sentences/verb-groups.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import { calledSo, type Discourse, referentOf } from './discourse.ts';
import { nameBeforeVerb } from './name-before-verb.ts';
import { actorsOfName, type ClauseReading, inRole, type NamedTree } from './named-tree.ts';
import { namesOfNoun } from './names-of-noun.ts';
import { partakersOf, participantsOf } from './participants.ts';
import { unique } from './places.ts';
import { referentAt } from './pronoun.ts';
import { subjectOf } from './subject.ts';
import { predicateOfVerb } from './subject-in-tree.ts';
import { certainSubject, subjectsOf } from './subject-of-predicate.ts';

interface Given {
  readonly lexicon: Lexicon;
  readonly discourse: Discourse;
}

/** The participants of a statement by the sentence's tree, each once, the main actor first. None without a tree. */
export function participantsOfStatement(
  sentence: SentenceAnalysis,
  { kind, clause, noun }: DatedStatement,
  given: Given,
): readonly Participant[] {
  const tree = sentence.parsed;
  if (tree === null) return [];
  const actorsOf = (word: number): readonly Actor[] => actorsOfNoun(sentence, tree, word, given);
  const reading = readClause(sentence, tree, clause, given.lexicon);
  const named: NamedTree = { sentence, tree, lexicon: given.lexicon, actorsOf, clause: reading };
  const predicate = kind === 'NOUN' ? null : predicateOfClause(tree, clause);
  return unique([
    ...(predicate === null ? [] : speakersOf(sentence, tree, clause, { named, lexicon: given.lexicon })),
    ...(predicate === null ? [] : participantsOf(named, predicate)),
    ...(noun === null ? [] : participantsOfNoun(named, noun.head)),
  ]);
}

/** The subject and voice of a clause by its words. */
function readClause(
  sentence: SentenceAnalysis,
  tree: SentenceTree,
  clause: Clause,
  lexicon: Lexicon,
): ClauseReading {
  const inside = new Set(clause.tokens);
  const { tokens } = subjectOf(sentence, clause);
  const hasOwn = tokens.length > 0 && tokens.every((index) => inside.has(index));
  const { kind, verb } = clause;
  const isActive = hasOwn && kind !== 'RELATIVE' && verb?.form === 'PAST' && !verb.passive;
  const others = sentence.tree.clauses
    .filter((other) => other !== clause && other.verb !== null && isFiniteForm(other.verb))
    .flatMap((other) => subjectOf(sentence, other).tokens.filter((index) => other.tokens.includes(index)));
  return {
    subject: headOf(tree, tokens),
    hasOwnSubject: hasOwn,
    isActive,
    isSurelyActive: isActive && verb?.ambiguous === false,
    otherSubjects: new Set(others.filter((index) => !inside.has(index))),
    nearest: nameBeforeVerb(sentence, clause, lexicon),
  };
}

/** The word that the others of a phrase hang on. */
function headOf({ words }: SentenceTree, phrase: readonly number[]): number | null {
  const inside = new Set(phrase);
  return (
    phrase.find((index) => words[index]?.upos !== 'DET' && !inside.has(words[index]?.head ?? -1)) ?? null
  );
}

/**
 * The predicate of a clause. A clause that lacks its verb may have the subject of it. A heading without a verb has the head of
 * its words: "charged" in "Man charged with arson".
 */
function predicateOfClause(tree: SentenceTree, { verb, tokens }: Clause): number | null {
  if (verb !== null) return predicateOfVerb(tree, verb.head);
  const inside = new Set(tokens);
  const subject = tokens.find(
    (index) => roleOf(tree, index) === 'nsubj' && !inside.has(tree.words[index]?.head ?? -1),
  );
  return tree.words[subject ?? -1]?.head ?? headOf(tree, tokens);
}

/** "*Russia's* offer to *NATO*", "a *Turkish* attack": those before a happening act. */
function participantsOfNoun(named: NamedTree, noun: number): readonly Participant[] {
  const { sentence, tree, lexicon } = named;
  const owners = dependentsWith(tree, noun, 'nmod').filter(
    (index) => index < noun && /^(?:['’]s?)?$/u.test(caseOf(tree, index) ?? ''),
  );
  const before = owners.flatMap((index) => inRole(named, index, 'ACTOR'));
  const isSpeech = lexicon.speechNouns.has(sentence.tokens[noun]?.lemma ?? '');
  const after = partakersOf(named, noun, before.length > 0);
  return [
    ...before,
    ...after.map((partaker) =>
      isSpeech && before.length === 0 ? { ...partaker, role: 'ACTOR' as const } : partaker,
    ),
  ];
}

/** The actors that a noun or pronoun stands for. */
function actorsOfNoun(
  sentence: SentenceAnalysis,
  tree: SentenceTree,
  noun: number,
  { lexicon, discourse }: Given,
): readonly Actor[] {
  const lower = sentence.tokens[noun]?.lower ?? '';
  if (NOMINATIVE.has(lower)) return referentAt(sentence, noun, discourse)?.actors ?? [];
  const names = namesOfNoun(sentence, tree, noun, lexicon);
  if (names.length > 0) return names.flatMap(actorsOfName);
  if (isDefiniteAlone(sentence, tree, noun))
    return calledSo(discourse, sentence.tokens[noun]?.lemma ?? '')?.actors ?? [];
  const owner = dependentsWith(tree, noun, 'nmod').find((index) =>
    /^(?:his|her)$/iu.test(tree.words[index]?.form ?? ''),
  );
  if (owner === undefined) return [];
  const person = referentOf(/^his$/iu.test(tree.words[owner]?.form ?? '') ? 'he' : 'she', discourse);
  if (OWN_COUNTRY.test(lower)) return sidesOf(person?.actors ?? [], lexicon);
  return lexicon.speechNouns.has(sentence.tokens[noun]?.lemma ?? '') ? (person?.actors ?? []) : [];
}

/** The actor of a quotation about "me" or "us": its speaker. */
function speakersOf(
  sentence: SentenceAnalysis,
  tree: SentenceTree,
  clause: Clause,
  { named, lexicon }: { readonly named: NamedTree; readonly lexicon: Lexicon },
): readonly Participant[] {
  const { pronoun } = subjectOf(sentence, clause);
  if (!clause.quoted || !/^(?:i|we)$/u.test(pronoun ?? '')) return [];
  let speaking = clause.parent;
  while (speaking?.quoted) speaking = speaking.parent;
  const predicate = speaking === null ? null : predicateOfClause(tree, speaking);
  if (speaking === null || predicate === null) return [];
  const reading = { ...named, clause: readClause(sentence, tree, speaking, lexicon) };
  return subjectsOf(reading, certainSubject(reading, predicate), 'ACTOR');
}

/** "the company", "the insurance company", not "the Dutch company" nor "the company's head". */
const isDefiniteAlone = ({ names }: SentenceAnalysis, tree: SentenceTree, noun: number): boolean =>
  dependentsWith(tree, noun, 'det').some((index) => /^the$/iu.test(tree.words[index]?.form ?? '')) &&
  dependentsWith(tree, noun, 'amod', 'nmod', 'nummod', 'conj').length === 0 &&
  dependentsWith(tree, noun, 'appos').every((index) => names.every(({ last }) => last !== index)) &&
  dependentsWith(tree, noun, 'compound').every((index) => tree.words[index]?.upos === 'NOUN');

/** "his country" stands for the side of the last person, and "his remarks" for the person. */
const OWN_COUNTRY = /^(?:country|government|nation)$/u;
