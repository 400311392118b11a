import type { Actor, Participant, ParticipantRole } from '../../../domain/event/mention.ts';
import { namesBefore } from '../../../parsing/tree/name-lists.ts';
import {
  conjunctsOf,
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { isLaterInList, listWith } from './listed-names.ts';

/** The actors that a noun of the tree stands for. */
type ActorsOf = (noun: number) => readonly Actor[];

/** A sentence with its tree, and the actors of its nouns. */
export interface NamedTree {
  readonly sentence: SentenceAnalysis;
  readonly tree: SentenceTree;
  readonly lexicon: Lexicon;
  readonly actorsOf: ActorsOf;
  /** A second reading of the predicate's clause, found by its words. */
  readonly clause: ClauseReading;
}

export interface ClauseReading {
  /** The head word of the subject. */
  readonly subject: number | null;
  /** Whether the subject stands in the clause itself. */
  readonly hasOwnSubject: boolean;
  /** Whether the verb has the form and the subject of an active one: "protested" in "Iran left and Britain protested". */
  readonly isActive: boolean;
  /** Whether the verb's form cannot be a participle: "resigned". */
  readonly isSurelyActive: boolean;
  /** The subjects of other clauses, which receive nothing in this one. */
  readonly otherSubjects: ReadonlySet<number>;
  /** The subject named right before the verb. */
  readonly nearest: FoundName | null;
}

/** "the *killing* of Ann Ray", not "the *brother* of Ann Ray". */
export const isThing = ({ sentence, lexicon }: NamedTree, noun: number): boolean => {
  const { pos, lemma = '', lower = '' } = sentence.tokens[noun] ?? {};
  const isName = sentence.names.some(({ first, last }) => first <= noun && noun <= last);
  return pos === 'NOUN' && !isName && !isPersonNoun(lemma) && !lexicon.collectives.has(lower);
};

/** The actors of a noun, and of those listed with it, in one role. */
export const inRole = (
  named: NamedTree,
  noun: number,
  role: ParticipantRole,
  leftOut: ReadonlySet<number> = new Set(),
): readonly Participant[] => {
  const { tree, actorsOf } = named;
  const list = roleOf(tree, noun) === 'conj' ? [noun] : listedWith(tree, noun);
  /** "the trial of Ann Ray and of her aide, *Tom Hale*": a person is not listed with a thing. */
  const isAlike = (index: number): boolean =>
    index === noun || !isThing(named, noun) || !isPersonal(named, index);
  const words = inWholeLists(named, list.filter(isAlike)).filter((index) => !leftOut.has(index));
  return words.flatMap((index) => actorsOf(index).map((actor) => ({ ...actor, role })));
};

function isPersonal({ sentence, tree }: NamedTree, noun: number): boolean {
  const { names, tokens } = sentence;
  const isNameAt = (index: number): boolean =>
    names.some(({ kind, first, last }) => kind === 'PERSON' && first <= index && index <= last);
  return (
    isNameAt(noun) ||
    isPersonNoun(tokens[noun]?.lemma ?? '') ||
    dependentsWith(tree, noun, 'appos').some(isNameAt)
  );
}

/**
 * The words with all names of the lists that they begin. A later name alone takes no part: the tree has taken the list apart.
 */
function inWholeLists({ sentence }: NamedTree, words: readonly number[]): readonly number[] {
  const nameAt = (index: number): FoundName | undefined =>
    sentence.names.find(({ first, last }) => first <= index && index <= last);
  const inside = words.map(nameAt);
  const kept = words.flatMap((index, place): readonly number[] => {
    const name = inside[place];
    if (name === undefined) return [index];
    const list = listWith(sentence, name);
    if (isLaterInList(list, name)) return inside.includes(list[0]) ? [index] : [];
    return [index, ...list.filter((other) => !inside.includes(other)).map(({ first }) => first)];
  });
  return [...new Set(kept)];
}

/** A noun with what "and" or "or" joins to it; after a comma alone stands a description: "Ann Ray, head of Orbita". */
export function listedWith(tree: SentenceTree, noun: number): readonly number[] {
  const list = [...namesBefore(tree, noun), ...conjunctsOf(tree, noun)];
  return list.some((index) => dependentWith(tree, index, 'cc') !== null) ? list : [noun];
}

/** The actors of a found name, with the state that it acts for. "UN Security Council" names the United Nations already. */
export const actorsOfName = ({ actor, side }: FoundName): readonly Actor[] => {
  const initials = side?.name.replaceAll(/\P{Lu}/gu, '') ?? '';
  const isNamed = initials.length > 1 && actor?.name.startsWith(`${initials} `) === true;
  return [actor, isNamed ? null : side].filter((found) => found !== null);
};
