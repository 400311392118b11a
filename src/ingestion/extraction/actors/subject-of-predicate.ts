import type { Participant, ParticipantRole } from '../../../domain/event/mention.ts';
import { subjectOf } from '../../../parsing/tree/participants.ts';
import { dependentsWith, dependentWith, roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { actorsOfName, inRole, isThing, type NamedTree } from './named-tree.ts';

/** The actors of a subject; the name right before the verb where the tree finds no person. */
export function subjectsOf(
  named: NamedTree,
  subject: number | null,
  role: ParticipantRole,
): readonly Participant[] {
  const found = subject === null ? [] : inRole(named, subject, role);
  const { nearest } = named.clause;
  if (nearest === null || found.some(({ id }) => isPersonHere(named.sentence, id))) return found;
  return actorsOfName(nearest).map((actor) => ({ ...actor, role }));
}

const isPersonHere = ({ names }: SentenceAnalysis, id: string): boolean =>
  names.some(({ kind, actor }) => kind === 'PERSON' && actor?.id === id);

/**
 * The subject by the tree, if it hangs on the predicate itself, else the clause's own one: "Iran left and *Britain* stayed". In
 * "reports to Congress, *which* showed" an antecedent inside another noun phrase counts only where the parser is sure.
 */
export function certainSubject(named: NamedTree, predicate: number): number | null {
  const { tree, clause, actorsOf } = named;
  const found = subjectOf(tree, predicate);
  const speaker = invertedSpeaker(named, predicate);
  if (speaker !== null) return speaker;
  /** "Minister" and "Karl" of "Minister Karl Weber said" may both be subjects in the tree. */
  const acting = dependentsWith(tree, predicate, 'nsubj').find((index) => actorsOf(index).length > 0);
  if (found?.own === true) return acting ?? found.word;
  if (found === null || clause.hasOwnSubject) return clause.subject;
  const isAntecedent = roleOf(tree, predicate) === 'acl' && tree.words[predicate]?.head === found.word;
  const isWho = dependentsWith(tree, predicate, 'nsubj').some((index) =>
    /^who$/iu.test(tree.words[index]?.form ?? ''),
  );
  if (isWho && clause.subject !== null && isThing(named, found.word)) return clause.subject;
  const isUnsure = !isWho && tree.words[predicate]?.sure !== true && roleOf(tree, found.word) === 'nmod';
  return isAntecedent && isUnsure ? null : found.word;
}

/** Verbs of saying that take no hearer as their object. */
const SAYS_NOTHING_TO = new Set(['add', 'explain', 'note', 'observe', 'report', 'say', 'write']);

/** "…, said *a spokesman* on Monday": a speaker behind the verb, which the tree takes for an object. */
export function invertedSpeaker({ tree, sentence }: NamedTree, predicate: number): number | null {
  const { lemma = '' } = sentence.tokens[predicate] ?? {};
  const isBehindComma = /^[,"”’']$/u.test(sentence.tokens[predicate - 1]?.text ?? '');
  if (!isBehindComma || !SAYS_NOTHING_TO.has(lemma) || dependentWith(tree, predicate, 'nsubj') !== null)
    return null;
  return dependentsWith(tree, predicate, 'obj', 'iobj').find((index) => index > predicate) ?? null;
}
