import type { Actor, Participant, ParticipantRole } from '../../../domain/event/mention.ts';
import { namesBefore } from '../../../parsing/tree/name-lists.ts';
import { agentOf, caseOf, subjectOf } from '../../../parsing/tree/participants.ts';
import { isInfinitive, isPassive } from '../../../parsing/tree/predicate.ts';
import {
  conjunctsOf,
  constituentOf,
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { namesHappening } from '../times/event-noun.ts';
import { isLaterInList, listWith } from './listed-names.ts';
import { isPlaceHere } from './places.ts';

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

/** Prepositions before a recipient: "met *with*", "sanctions *on*". */
const TOWARDS = /^(?:against|for|on|to|toward|towards|upon|with)$/u;
/** Prepositions before the object of an act that a noun names: "invasion *of*", "investigation *into*". */
const OF_ACT = /^(?:against|for|into|of|on|to|toward|towards|upon|with)$/u;
/** Prepositions before the agents of an act that a noun names: "talks *between*", "a raid *by*". */
const BY = /^(?:among|between|by)$/u;

/**
 * Who does what a predicate says, and to whom it is done. The subject and the agent of a passive act. The subject of a passive,
 * the objects and the nouns after "to", "with", "against" and the like receive. Names in other clauses, possessives and
 * descriptions take no part.
 */
export function participantsOf(named: NamedTree, predicate: number): readonly Participant[] {
  const { tree, lexicon, clause } = named;
  const isBare = /^(?:acl|advcl|conj)$/u.test(roleOf(tree, predicate));
  const passive = isPassive(tree, predicate) && !(isBare && clause.isActive) && !clause.isSurelyActive;
  const subject = certainSubject(named, predicate);
  const agent = agentOf(tree, predicate) ?? (passive ? strayAgent(named, predicate) : null);
  const role = passive && !isSet(tree, predicate, lexicon) ? 'RECIPIENT' : 'ACTOR';
  const led = [
    ...(agent === null ? [] : inRole(named, agent, 'ACTOR')),
    ...subjectsOf(named, subject, role),
    ...nominalOf(named, predicate),
  ];
  const inSubject = subject === null ? [] : partakersOf(named, subject, true);
  const isLed = [...led, ...inSubject].some(({ role }) => role === 'ACTOR');
  return [...led, ...inSubject, ...receiversOf(named, predicate, { isLed, depth: 0 })];
}

/** The actors of a subject; the name right before the verb where the tree finds no person. */
function subjectsOf(named: NamedTree, subject: number | null, role: ParticipantRole): readonly Participant[] {
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
function certainSubject(named: NamedTree, predicate: number): number | null {
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
function invertedSpeaker({ tree, sentence }: NamedTree, predicate: number): number | null {
  const { lemma = '' } = sentence.tokens[predicate] ?? {};
  const isBehindComma = /^[,"”’']$/u.test(sentence.tokens[predicate - 1]?.text ?? '');
  if (!isBehindComma || !SAYS_NOTHING_TO.has(lemma) || dependentWith(tree, predicate, 'nsubj') !== null)
    return null;
  return dependentsWith(tree, predicate, 'obj', 'iobj').find((index) => index > predicate) ?? null;
}

/** "confirmed in the autumn *by Karl Weber*", which the tree hangs on "autumn". */
function strayAgent({ tree, actorsOf }: NamedTree, predicate: number): number | null {
  const below = constituentOf(
    tree,
    predicate,
    (index) => !/^(?:obl|nmod|obj|flat|compound)$/u.test(roleOf(tree, index)),
  );
  return (
    below.find((index) => index > predicate && caseOf(tree, index) === 'by' && actorsOf(index).length > 0) ??
    null
  );
}

/** "a flight between Peru and *Oslo Bay*": with a mere place, the others are places too. */
const isPlainPlace = ({ names }: SentenceAnalysis, index: number): boolean =>
  names.some(({ kind, first, last }) => kind === 'PLACE' && first <= index && index <= last);

const isNamed = ({ names }: SentenceAnalysis, index: number): boolean =>
  names.some(({ first, last, actor }) => actor !== null && first <= index && index <= last);

/** The subject of a passive is its recipient ("Crimea was annexed"), but not in "is set to meet". */
const isSet = (tree: SentenceTree, predicate: number, { intent }: Lexicon): boolean =>
  intent.has(tree.words[predicate]?.lemma ?? '') && dependentWith(tree, predicate, 'xcomp') !== null;

/** "The winner was *Ruth Halvorsen*". */
function nominalOf(named: NamedTree, predicate: number): readonly Participant[] {
  const isNominal = dependentWith(named.tree, predicate, 'cop') !== null;
  return isNominal && named.tree.words[predicate]?.upos === 'PROPN' ? inRole(named, predicate, 'ACTOR') : [];
}

/** "the *killing* of Ann Ray", not "the *brother* of Ann Ray". */
const isThing = ({ sentence, lexicon }: NamedTree, noun: number): boolean => {
  const { pos, lemma = '', lower = '' } = sentence.tokens[noun] ?? {};
  return pos === 'NOUN' && !isPersonNoun(lemma) && !lexicon.collectives.has(lower);
};

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
function listedWith(tree: SentenceTree, noun: number): readonly number[] {
  const list = [...namesBefore(tree, noun), ...conjunctsOf(tree, noun)];
  return list.some((index) => dependentWith(tree, index, 'cc') !== null) ? list : [noun];
}

/** The recipients of a predicate and of the infinitives and gerunds that complete it: "agreed to *meet Sweden*". */
function receiversOf(
  named: NamedTree,
  predicate: number,
  { isLed, depth }: { isLed: boolean; depth: number },
): readonly Participant[] {
  const { tree } = named;
  const speaker = invertedSpeaker(named, predicate);
  const objects = dependentsWith(tree, predicate, 'obj', 'iobj').filter((index) => index !== speaker);
  const obliques = dependentsWith(tree, predicate, 'obl').filter((index) => isTowards(named, index));
  const own = [...objects, ...obliques]
    .sort((one, other) => one - other)
    .flatMap((noun) => [
      ...inRole(named, noun, 'RECIPIENT', named.clause.otherSubjects),
      ...partakersOf(named, noun, isLed),
    ]);
  const between = isLed
    ? []
    : dependentsWith(tree, predicate, 'obl')
        .filter((index) => BY.test(caseOf(tree, index) ?? ''))
        .flatMap((noun) => inRole(named, noun, 'ACTOR'));
  if (depth === DEEPEST) return [...between, ...own];
  const inside = dependentsWith(tree, predicate, 'xcomp', 'advcl', 'ccomp', 'acl').filter(
    (index) =>
      isCompletion(tree, index) && !(own.length > 0 && isInfinitive(tree, index) && hasTo(tree, index)),
  );
  const deeper = inside.flatMap((index) => receiversOf(named, index, { isLed: true, depth: depth + 1 }));
  return [...between, ...own, ...deeper];
}

const DEEPEST = 3;

/** "agreed *to meet*", "guilty of *killing*", "stopped *selling*"; not ", *saying*" nor "after *meeting*". */
const isCompletion = (tree: SentenceTree, index: number): boolean =>
  (roleOf(tree, index) === 'xcomp' && /^(?:ADJ|VERB)$/u.test(tree.words[index]?.upos ?? '')) ||
  isInfinitive(tree, index);

const hasTo = (tree: SentenceTree, index: number): boolean =>
  dependentsWith(tree, index, 'mark').some((mark) => tree.words[mark]?.xpos === 'TO');

/**
 * Those who take part in the act that a noun names: "talks *between Peru and Chile*", "the investigation into *Karl Weber*",
 * "an attack at the *Peruvian* embassy".
 */
export function partakersOf(named: NamedTree, noun: number, isLed: boolean): readonly Participant[] {
  const { sentence, tree, lexicon } = named;
  const token = sentence.tokens[noun];
  const isHappening = token?.pos === 'NOUN' && (namesHappening(token, lexicon) || DEVERBAL.test(token.lower));
  if (token?.pos !== 'NOUN') return [];
  const isSubject = roleOf(tree, noun) === 'nsubj';
  return dependentsWith(tree, noun, 'nmod', 'obl').flatMap((index): readonly Participant[] => {
    const preposition = caseOf(tree, index) ?? '';
    if (preposition === 'between' && listedWith(tree, index).some((word) => isPlainPlace(sentence, word)))
      return [];
    if (preposition === 'between' || (isHappening && BY.test(preposition)))
      return inRole(named, index, isLed && !(isSubject && preposition === 'by') ? 'RECIPIENT' : 'ACTOR');
    if (isHappening && preposition === 'at' && isSubject && !isNamed(sentence, index))
      return inRole(named, index, 'RECIPIENT');
    const receives = isHappening ? OF_ACT.test(preposition) : TOWARDS.test(preposition);
    return receives && isTowards(named, index, OF_ACT) ? inRole(named, index, 'RECIPIENT') : [];
  });
}

/** Nouns made of verbs: "acquisition", "arrest of". */
const DEVERBAL =
  /^(?:.{3,}(?:tion|sion)s?|arrest|killing|murder|death|trial|release|takeover|purchase|sale|ouster|defeat)$/u;

/** Whether a noun stands after a preposition of direction that is no part of "due to" or "on behalf of", and is no place. */
function isTowards({ sentence, tree }: NamedTree, noun: number, prepositions = TOWARDS): boolean {
  const word = dependentWith(tree, noun, 'case');
  if (word === null || !prepositions.test(tree.words[word]?.form.toLowerCase() ?? '')) return false;
  const name = sentence.names.find(({ first, last }) => first <= noun && noun <= last);
  return dependentWith(tree, word, 'fixed') === null && (name === undefined || !isPlaceHere(sentence, name));
}

/** The actors of a found name, with the state that it acts for. */
export const actorsOfName = ({ actor, side }: FoundName): readonly Actor[] =>
  [actor, side].filter((found) => found !== null);
