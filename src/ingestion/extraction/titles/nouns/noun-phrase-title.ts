import { caseOf } from '../../../../parsing/tree/participants.ts';
import { PLANS } from '../../../../parsing/tree/plan-words.ts';
import { predicatesAbove } from '../../../../parsing/tree/predicate.ts';
import {
  constituentOf,
  dependentsWith,
  roleOf,
  type SentenceTree,
} from '../../../../parsing/tree/sentence-tree.ts';
import { predicateOfVerb } from '../../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../../sentence-analysis.ts';
import type { DatedStatement, EventNoun } from '../../times/dated-statement.ts';
import { timeWords } from '../../times/time-words.ts';
import { LONGEST_TITLE } from '../title-cut.ts';
import { isCutOff, pointsBack } from '../title-forms.ts';
import { capitalize, finish } from '../title-text.ts';
import { withoutEdgeMarks, wordsAsTitle } from '../title-words.ts';
import { PUBLISHES, tearsCompound } from './described-noun.ts';

/** Times that have meaning on the day of the article alone. */
const PASSES = /\b(?:this|last|next|today|tonight|yesterday|tomorrow|ago|earlier|later|now)\b/iu;

/** Nouns that are only part of a preposition: "by *virtue* of the order given in May". */
const OF_PREPOSITION = /^(?:behalf|case|course|favou?r|front|light|means|result|terms|view|virtue|wake)$/u;
/** "The vote" does not say on what. */
const FEWEST_WORDS = 3;

/**
 * The whole phrase of a dated noun as its title, with the time: "the vote of 9 October", "the failure of the dam, which burst on
 * 9 October". The sentence around it tells another act. Null where the phrase lacks the time or begins with words that point back.
 */
export function nounPhraseTitle(sentence: SentenceAnalysis, statement: DatedStatement): string | null {
  const { parsed, tokens } = sentence;
  const { timex } = statement.resolution;
  if (parsed === null) return null;
  const times = [...tokens.keys()].filter((index) => {
    const { start = 0, end = 0 } = tokens[index] ?? {};
    return end > timex.start && start < timex.end;
  });
  const found =
    statement.kind === 'NOUN' && statement.noun !== null
      ? timedPhrase(sentence, parsed, statement.noun, times)
      : describedPhrase(parsed, statement);
  if (!times.every((index) => found.includes(index))) return null;
  const passing = PASSES.test(timex.text) ? timeWords(sentence, timex) : new Set<number>();
  /** "A strike that began" says nothing without "last spring". */
  if (passing.size > 0 && statement.kind === 'CLAUSE') return null;
  const phrase = withoutEdgeMarks(
    parsed,
    found.filter((index) => !passing.has(index)),
  );
  const isWhole = phrase.length === (phrase.at(-1) ?? 0) - (phrase[0] ?? 0) + 1;
  if (!isWhole || phrase.length < FEWEST_WORDS || tearsCompound(parsed, phrase)) return null;
  const title = capitalize(finish(wordsAsTitle(sentence, phrase).replaceAll(/\s+/gu, ' ')));
  return title.length > LONGEST_TITLE || isCutOff(title) || pointsBack(title) ? null : title;
}

/**
 * A noun with the words before it and the time inside or right behind: "the border vote of 9 October", "talks planned for Friday".
 */
function timedPhrase(
  { tokens }: SentenceAnalysis,
  tree: SentenceTree,
  { first, head, last }: EventNoun,
  times: readonly number[],
): readonly number[] {
  const before = wholeNoun(tree, head).filter((index) => index < head);
  const [from, to] = [Math.min(first, ...before, ...times), Math.max(last, ...times)];
  const isBeside = tokens
    .slice(last + 1, times[0])
    .every(
      ({ pos, lower, lemma }) =>
        /^(?:ADP|DET)$/u.test(pos) || PLANS.has(lemma) || /^(?:early|late|mid|-)$/u.test(lower),
    );
  return isBeside && first <= Math.max(...times)
    ? Array.from({ length: to - from + 1 }, (_, step) => from + step)
    : [];
}

/**
 * The noun that a dated clause describes, with all that hangs on it but the preposition before it. With "of" the clause may describe
 * the noun before: "the failure of the dam, which burst".
 */
function describedPhrase(tree: SentenceTree, { clause, verb }: DatedStatement): readonly number[] {
  if (clause.kind !== 'RELATIVE' || verb === null) return [];
  const predicate = predicateOfVerb(tree, verb.head);
  const described = nounDescribedBy(tree, predicate);
  if (described === null || !tellsAct(tree, predicate)) return [];
  const above = predicatesAbove(tree, predicate);
  const headOf = (word: number): number => tree.words[word]?.head ?? -1;
  let noun = described;
  const isOfOther = (word: number): boolean =>
    (/^(?:appos|conj)$/u.test(roleOf(tree, word)) && tree.words[headOf(word)]?.upos === 'PROPN') ||
    (roleOf(tree, word) === 'nmod' &&
      caseOf(tree, word) === 'of' &&
      !OF_PREPOSITION.test(tree.words[headOf(word)]?.lemma ?? ''));
  while (isOfOther(noun) && !above.includes(headOf(noun))) noun = headOf(noun);
  if (above.includes(noun)) return [];
  return wholeNoun(tree, noun);
}

/** "the dam *which burst*"; not "a man *they arrested*", whose act is that of others, nor "loans *that will be paid*". */
const tellsAct = (tree: SentenceTree, predicate: number): boolean =>
  dependentsWith(tree, predicate, 'cop').length === 0 &&
  dependentsWith(tree, predicate, 'nsubj').every((index) => /^W/u.test(tree.words[index]?.xpos ?? ''));

/** A noun with all that hangs on it but the words that tie it to the sentence. */
function wholeNoun(tree: SentenceTree, noun: number): readonly number[] {
  const ties = dependentsWith(tree, noun, 'case', 'cc', 'mark').filter((index) => index < noun);
  return constituentOf(tree, noun, (index) => ties.includes(index) || roleOf(tree, index) === 'parataxis');
}

/**
 * The noun that a clause describes: "treaty" for "signed" in "the treaty that was read and signed in 2015". Null for "the ones", "the first time", for
 * "a letter *published* on Monday", which tells its act on that day, and for words of saying that the parser takes for such a clause:
 * "… the death of eight workers, judges *ruled*".
 */
export function nounDescribedBy(tree: SentenceTree, predicate: number): number | null {
  const [role, head] = [roleOf(tree, predicate), tree.words[predicate]?.head ?? -1];
  if (role === 'conj') return nounDescribedBy(tree, head);
  const noun = tree.words[head];
  const isPublished = PUBLISHES.test(tree.words[predicate]?.lemma ?? '');
  if (
    role !== 'acl' ||
    isPublished ||
    noun === undefined ||
    !/^(?:NOUN|PROPN)$/u.test(noun.upos) ||
    /^(?:day|one|time|way)$/u.test(noun.lemma)
  )
    return null;
  const words = constituentOf(tree, predicate).filter((index) => tree.words[index]?.upos !== 'PUNCT');
  const isRelative = words.some((index) => /^W/u.test(tree.words[index]?.xpos ?? ''));
  const isAside = tree.words[(words[0] ?? 0) - 1]?.form === ',';
  const hasSubject = dependentsWith(tree, predicate, 'nsubj').length > 0;
  return hasSubject && isAside && !isRelative ? null : head;
}
