import { FIXES, isFixedTime } from '../../../parsing/tree/fixed-time.ts';
import { caseOf } from '../../../parsing/tree/participants.ts';
import { auxiliariesOf, hasTense, isPassive } from '../../../parsing/tree/predicate.ts';
import {
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import { isCondition, isNeededAim } from './tied-words.ts';
import type { KeptWords } from './whole-constituents.ts';

/** Whether a title leaves out what one of its verbs needs: "the city" of "The troops entered and took the city", "to go" of "wants to go". */
export function lacksComplement(words: KeptWords): boolean {
  const { tree, predicate, kept, leftOut, hasColon } = words;
  /** "which" of "the bridge, which she closed" stands for the bridge. */
  const isLost = (index: number): boolean =>
    index !== predicate && !kept.has(index) && !leftOut.has(index) && !standsForNoun(tree, index);
  const verbs = [...(hasColon ? [] : [predicate]), ...kept].filter((index) =>
    /^(?:VERB|AUX)$/u.test(tree.words[index]?.upos ?? ''),
  );
  return (
    verbs.some((verb) => dependentsWith(tree, verb, 'obj', 'iobj', 'xcomp', 'ccomp').some(isLost)) ||
    verbs.some((verb) =>
      dependentsWith(tree, verb, 'advcl').some((index) => isLost(index) && isTied(tree, index)),
    ) ||
    verbs.some((verb) => losesAgent(words, verb) || losesGoal(words, verb)) ||
    isPartOfFreeRelative(words) ||
    endsInBareVerb(words) ||
    saysNoun(words) ||
    sharesLostObject(words)
  );
}

/** "that" of "the bridge that she closed", whatever the tagger takes it for. */
const standsForNoun = ({ words }: SentenceTree, index: number): boolean => {
  const { xpos = '', form = '', head = -1 } = words[index] ?? {};
  return xpos.startsWith('W') || (/^that$/iu.test(form) && index < head);
};

/** A condition, and the aim of "was chosen *to lead the bank*". */
const isTied = (tree: SentenceTree, index: number): boolean =>
  isCondition(tree, index) || isNeededAim(tree, index);

/** "an inquiry led" of "an inquiry led *by the ministry*": a participle without its own agent. */
function losesAgent({ tree, kept, leftOut }: KeptWords, verb: number): boolean {
  if (tree.words[verb]?.xpos !== 'VBN' || roleOf(tree, verb) !== 'acl') return false;
  const isBare = auxiliariesOf(tree, verb).length === 0;
  const agents = dependentsWith(tree, verb, 'obl').filter((index) => caseOf(tree, index) === 'by');
  return isBare && agents.some((index) => !kept.has(index) && !leftOut.has(index));
}

/** "fell from 26" of "fell from 26 *to 25*". */
function losesGoal({ tree, kept }: KeptWords, verb: number): boolean {
  const obliques = dependentsWith(tree, verb, 'obl').filter((index) => tree.words[index]?.upos === 'NUM');
  const from = obliques.find((index) => caseOf(tree, index) === 'from');
  const to = obliques.find((index) => caseOf(tree, index) === 'to');
  return from !== undefined && to !== undefined && kept.has(from) !== kept.has(to);
}

/** "he said he has it" of "a part of *what* he said he has": the clause lacks what "what" stands for. */
function isPartOfFreeRelative({ tree, predicate, kept }: KeptWords): boolean {
  const head = tree.words[predicate]?.head ?? -1;
  const isFree = roleOf(tree, predicate) === 'acl' && tree.words[head]?.xpos === 'WP';
  return isFree && !kept.has(head) && dependentWith(tree, predicate, 'nsubj') !== null;
}

/** Verbs that need more words behind them. */
const NEEDS_MORE =
  /^(?:be|become|bring|cause|come|conclude|contain|cost|decide|determine|estimate|face|feature|give|imply|include|involve|keep|lack|let|make|mean|predict|put|receive|remain|rule|seem|set|stay|take)$/u;

/** "She implied" of "She implied as much": an active verb that says nothing by itself. */
function endsInBareVerb({ tree, predicate, kept }: KeptWords): boolean {
  const isLast = Math.max(...kept) === predicate && NEEDS_MORE.test(tree.words[predicate]?.lemma ?? '');
  return isLast && !isPassive(tree, predicate) && dependentWith(tree, predicate, 'obj', 'xcomp') === null;
}

/** Nouns that are said: "said *goodbye*". */
const SAID =
  /^(?:farewell|goodbye|hello|mass|much|nothing|prayers?|same|so|something|sorry|thanks|things?|words?|yes|no)$/u;

/** "She said the fall" of "She said the fall *was expected*", where the parser takes a subject for an object. */
function saysNoun({ tree, predicate, kept, hasColon }: KeptWords): boolean {
  if (hasColon || tree.words[predicate]?.lemma !== 'say') return false;
  const isNoun = dependentsWith(tree, predicate, 'obj', 'iobj').some((index) => {
    const { upos = '', lemma = '' } = tree.words[index] ?? {};
    return index > predicate && kept.has(index) && /^(?:NOUN|PROPN)$/u.test(upos) && !SAID.test(lemma);
  });
  return isNoun && ![...kept].some((index) => index > predicate && hasTense(tree, index));
}

/** "The troops entered" of "The troops entered and took the city": the object stands behind the last of the verbs. */
function sharesLostObject({ tree, predicate, kept, leftOut }: KeptWords): boolean {
  const own = dependentsWith(tree, predicate, 'obj', 'xcomp', 'ccomp', 'obl');
  if (own.some((index) => !leftOut.has(index))) return false;
  return dependentsWith(tree, predicate, 'conj').some((index) => {
    const between = tree.words.slice(predicate + 1, index);
    const isNear = between.every(({ upos }) => /^(?:CCONJ|ADV|AUX)$/u.test(upos));
    return isNear && !kept.has(index) && dependentsWith(tree, index, 'obj').length > 0;
  });
}

/** Verbs that say when something is to be: "The hearing was set" lacks "for 3 May". */
const SETS_TIME =
  /^(?:adjourn|choose|defer|delay|extend|fix|move|pick|postpone|reschedule|schedule|set|slate|time)$/u;

/** Verbs that say nothing without their time: "The visit *will last*". */
const LASTS = /^(?:continue|date|happen|last|occur|reign|run|serve)$/u;

/** Whether a time that a title leaves out is what one of its verbs says: "The hearing *was set*", "The judge *adjourned*". */
export function needsTime({ tree, predicate, kept, leftOut }: KeptWords): boolean {
  const isGoal = (index: number): boolean =>
    leftOut.has(index) &&
    !kept.has(index) &&
    (roleOf(tree, index) === 'obj' ||
      isFixedTime(tree, index) ||
      dependentsWith(tree, index, 'case').some((word) =>
        /^(?:for|till|to|until)$/iu.test(tree.words[word]?.form ?? ''),
      ));
  const isLast = Math.max(...kept) === predicate && LASTS.test(tree.words[predicate]?.lemma ?? '');
  const isOnlyTime =
    isLast && dependentsWith(tree, predicate, 'obl', 'obj').some((index) => leftOut.has(index));
  return (
    isOnlyTime ||
    [predicate, ...kept].some((verb) => losesDayBehind({ tree, kept, leftOut }, verb)) ||
    [...kept].some((word) => comparesWithTime({ tree, leftOut }, word)) ||
    [predicate, ...kept].some(
      (verb) =>
        SETS_TIME.test(tree.words[verb]?.lemma ?? '') &&
        dependentsWith(tree, verb, 'obj', 'obl', 'xcomp').some(isGoal),
    )
  );
}

/** "similar" of "similar *to last year*". */
const comparesWithTime = ({ tree, leftOut }: Pick<KeptWords, 'tree' | 'leftOut'>, word: number): boolean =>
  COMPARES.test(tree.words[word]?.lemma ?? '') &&
  dependentsWith(tree, word, 'obl').some((time) => leftOut.has(time));

const COMPARES = /^(?:comparable|equal|similar)$/u;

/** "The judge fixed for the trial" of "The judge fixed *3 May* for the trial", also where the parser has no finite verb. */
const losesDayBehind = (
  { tree, kept, leftOut }: Omit<KeptWords, 'hasColon' | 'predicate'>,
  verb: number,
): boolean =>
  FIXES.test(tree.words[verb]?.lemma ?? '') &&
  auxiliariesOf(tree, verb).every((index) => tree.words[index]?.lemma !== 'be') &&
  leftOut.has(verb + 1) &&
  !kept.has(verb + 1) &&
  tree.words[verb + 1]?.upos !== 'ADP';
