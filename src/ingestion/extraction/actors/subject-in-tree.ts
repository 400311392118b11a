import { isListOfNames, namesBefore } from '../../../parsing/tree/name-lists.ts';
import { subjectOf } from '../../../parsing/tree/participants.ts';
import {
  constituentOf,
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import type { Clause } from '../../sentences/clause.ts';
import { RELATIVES } from '../../sentences/grammar-words.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** The predicate of a clause's verb: "leader" for "was" in "She was the leader", "met" for "has" in "They have met". */
export function predicateOfVerb(tree: SentenceTree, verb: number): number {
  const role = roleOf(tree, verb);
  const head = tree.words[verb]?.head ?? -1;
  return (role === 'aux' || role === 'cop') && head >= 0 ? head : verb;
}

/** The words of a clause's subject by the sentence's tree. */
export interface SubjectInTree {
  readonly tokens: readonly number[];
  /** Whether the subject hangs on the verb itself. After "and" it stands in the verb's clause, else it may be an object of the clause before. */
  readonly own: boolean;
  /** Whether the parser is sure of the arcs between the verb and its subject. */
  readonly sure: boolean;
}

/**
 * The subject of a clause's verb by the sentence's tree: the noun with all that hangs on it, without its preposition,
 * times, relative clauses and asides. Null where the tree has none.
 */
export function subjectInTree(
  sentence: SentenceAnalysis,
  { kind, verb, tokens: clauseTokens }: Clause,
): SubjectInTree | null {
  const { parsed, skipped, tokens, names } = sentence;
  if (parsed === null || verb === null) return null;
  const predicate = predicateOfVerb(parsed, verb.head);
  const found = subjectOf(parsed, predicate);
  const noun = parsed.words[found?.word ?? -1];
  /** "*There* was a gain". */
  if (dependentWith(parsed, predicate, 'expl') !== null) return null;
  if (found === null || noun === undefined || noun.upos === 'VERB' || PRO_NOUN.test(noun.form)) return null;
  const inClause = new Set(clauseTokens);
  const shown = wordsOfShortClauses(sentence, found.word);
  const isAside = (index: number): boolean =>
    index === predicate ||
    (ASIDE.test(roleOf(parsed, index)) &&
      !isInsideName(parsed, index) &&
      !isListOfNames(parsed, index) &&
      !shown.has(index));
  const isOutside = (index: number): boolean =>
    isAside(index) ||
    (parsed.words[index]?.head === found.word &&
      (roleOf(parsed, index) === 'case' || isAfterComma(parsed, found.word, index)));
  const inPhrase = constituentOf(parsed, found.word, isOutside).filter((index) => !skipped[index]);
  const around = [...namesBefore(parsed, found.word), ...inPhrase];
  const after = (around.at(-1) ?? 0) + 1;
  /** "the president himself". */
  const phrase = /(?:self|selves)$/u.test(tokens[after]?.lower ?? '') ? [...around, after] : around;
  const words = withoutEdges(
    withWholeNames(names, phrase),
    (index) => EDGE.test(tokens[index]?.pos ?? '') && !isMeasure(parsed, index),
  );
  /** "the last of *which* was sold". */
  if (words.length === 0 || words.some((index) => RELATIVES.has(tokens[index]?.lower ?? ''))) return null;
  const isListed = (index: number): boolean =>
    tokens[index]?.text === ',' && words.includes(index - 1) && words.includes(index + 1);
  const [first = 0, last = 0] = [words[0], words.at(-1)];
  const listed = tokens
    .slice(first, last)
    .flatMap((_, offset) => (isListed(first + offset) ? [first + offset] : []));
  return {
    tokens: [...words, ...listed].sort((one, other) => one - other),
    sure: isSure(parsed, predicate, found.word),
    own: found.own && (kind !== 'COORDINATE' || words.every((index) => inClause.has(index))),
  };
}

const ASIDE = /^(?:acl|appos|parataxis|discourse|punct|advcl|cop|aux|nsubj|mark|ccomp)$/u;
/** "worse than the *ones* imposed": the noun meant stands farther back. */
const PRO_NOUN = /^(?:those|ones?|that)$/iu;
const EDGE = /^(?:CCONJ|ADV|PUNCT)$/u;

/**
 * Whether the parser is sure of a subject, and of each predicate between the given one and the one that the subject
 * hangs on.
 */
function isSure({ words }: SentenceTree, predicate: number, subject: number): boolean {
  const above = words[subject]?.head ?? -1;
  if (words[subject]?.sure !== true) return false;
  for (let at = predicate; at !== above && at >= 0; at = words[at]?.head ?? -1)
    if (words[at]?.sure !== true) return false;
  return true;
}

/** "the right *to work*", "a service *planned in Leeds*": the words of short clauses without a comma belong to the noun. */
function wordsOfShortClauses({ parsed, skipped }: SentenceAnalysis, noun: number): ReadonlySet<number> {
  if (parsed === null) return new Set();
  const clauses = constituentOf(parsed, noun)
    .filter((index) => parsed.words[index]?.label === 'acl')
    .map((index) => constituentOf(parsed, index));
  const isShort = (words: readonly number[]): boolean => {
    const shown = words.filter((index) => !skipped[index]).length;
    return shown >= SHORTEST_CLAUSE && shown <= LONGEST_CLAUSE && !followsComma(parsed, words);
  };
  return new Set(clauses.filter(isShort).flat());
}

const SHORTEST_CLAUSE = 2;
const LONGEST_CLAUSE = 8;

const followsComma = ({ words }: SentenceTree, [first = 0]: readonly number[]): boolean =>
  words[first]?.form === ',' || words[first - 1]?.form === ',';

/** "Carrasquillo*, 24*," and "Stronach*, founder and owner* of Magna,"; not "Poland*, Hungary* and Austria". */
function isAfterComma(tree: SentenceTree, noun: number, index: number): boolean {
  if (index < noun || isListOfNames(tree, index)) return false;
  const follows = (word: number): boolean => followsComma(tree, constituentOf(tree, word));
  if (roleOf(tree, index) !== 'conj') return follows(index);
  const listed = dependentsWith(tree, noun, 'conj');
  const description = isCommon(tree, noun)
    ? undefined
    : listed.find((other) => isCommon(tree, other) && follows(other));
  if (description !== undefined && description <= index) return true;
  return follows(index) && [noun, ...listed].every((word) => dependentWith(tree, word, 'cc') === null);
}

const isCommon = ({ words }: SentenceTree, noun: number): boolean => /^\p{Ll}/u.test(words[noun]?.form ?? '');

/** "co-founder Jane Roe": an apposition without a comma belongs to the name. */
function isInsideName(tree: SentenceTree, index: number): boolean {
  const head = tree.words[index]?.head ?? -1;
  if (roleOf(tree, index) === 'punct') return /^[-–'’]$/u.test(tree.words[index]?.form ?? '');
  if (roleOf(tree, index) !== 'appos') return false;
  const [first, last] = [Math.min(index, head), Math.max(index, head)];
  return !tree.words.slice(first, last).some(({ form }) => form === ',' || form === '(');
}

/** "*about* $60 million", "*nearly* ten", "*nearly* simultaneous". */
const isMeasure = (tree: SentenceTree, index: number): boolean =>
  roleOf(tree, index) === 'advmod' &&
  /^(?:NUM|SYM|ADJ)$/u.test(tree.words[tree.words[index]?.head ?? -1]?.upos ?? '');

/** The words of a subject with its names whole, also where a tree or a comma takes a name apart. */
export function withWholeNames(
  names: SentenceAnalysis['names'],
  indices: readonly number[],
): readonly number[] {
  const inside = new Set(indices);
  for (const { first, last } of names)
    if (inside.has(first) || inside.has(last))
      for (let index = first; index <= last; index += 1) inside.add(index);
  return [...inside].sort((one, other) => one - other);
}

function withoutEdges(indices: readonly number[], isEdge: (index: number) => boolean): readonly number[] {
  const first = indices.findIndex((index) => !isEdge(index));
  const last = indices.findLastIndex((index) => !isEdge(index));
  return first === -1 ? [] : indices.slice(first, last + 1);
}
