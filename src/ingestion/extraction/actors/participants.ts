import type { Participant } from '../../../domain/event/mention.ts';
import { agentOf, caseOf } from '../../../parsing/tree/participants.ts';
import { isInfinitive, isPassive } from '../../../parsing/tree/predicate.ts';
import {
  constituentOf,
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { namesHappening } from '../times/event-noun.ts';
import { bodyNoun } from './discourse.ts';
import { inRole, listedWith, type NamedTree } from './named-tree.ts';
import { isPlaceHere } from './places.ts';
import { certainSubject, invertedSpeaker, subjectsOf } from './subject-of-predicate.ts';

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
  /** "the committee *on China*", "the envoy *to Peru*": the act is not done to it. */
  if (!isHappening && (isPersonNoun(token.lemma) || bodyNoun(token.lemma) !== null)) return [];
  const isSubject = roleOf(tree, noun) === 'nsubj';
  return dependentsWith(tree, noun, 'nmod', 'obl').flatMap((index): readonly Participant[] => {
    const preposition = caseOf(tree, index) ?? '';
    if (preposition === 'between' && listedWith(tree, index).some((word) => isPlainPlace(sentence, word)))
      return [];
    if (preposition === 'between' || (isHappening && BY.test(preposition)))
      return inRole(named, index, isLed && !(isSubject && preposition === 'by') ? 'RECIPIENT' : 'ACTOR');
    /** "The *visit of Karl Weber* began" */
    if (preposition === 'of' && isSubject && OF_DOER.test(token.lower)) return inRole(named, index, 'ACTOR');
    if (isHappening && preposition === 'at' && isSubject && !isNamed(sentence, index))
      return inRole(named, index, 'RECIPIENT');
    const receives = isHappening ? OF_ACT.test(preposition) : TOWARDS.test(preposition);
    return receives && isTowards(named, index, OF_ACT) ? inRole(named, index, 'RECIPIENT') : [];
  });
}

/** Nouns of acts without an object: "of" names the doer. */
const OF_DOER =
  /^(?:address|arrival|departure|flight|resignation|retirement|speech|tour|trip|visit|voyage|win)s?$/u;

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
