import type { Modality, Span } from '../../../../domain/event/mention.ts';
import { isListOfNames } from '../../../../parsing/tree/name-lists.ts';
import {
  constituentOf,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../../parsing/tree/sentence-tree.ts';
import { isInsideNoun } from '../../../sentences/skipped-tokens.ts';
import { predicateOfVerb } from '../../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../../sentence-analysis.ts';
import type { DatedStatement } from '../../times/dated-statement.ts';
import { timeWords } from '../../times/time-words.ts';
import { LONGEST_TITLE } from '../title-cut.ts';
import { isCutOff, pointsBack } from '../title-forms.ts';
import { capitalize, finish } from '../title-text.ts';
import { auxiliaryFor, withoutEdgeMarks, wordsAsTitle } from '../title-words.ts';
import { type DescribedNoun, describedNoun, tearsCompound } from './described-noun.ts';
import { nounPhraseTitle } from './noun-phrase-title.ts';
import { happeningOf } from './noun-title.ts';

/** A title made of a noun and of the clause that describes it. */
export interface DescribedNounTitle {
  readonly text: string;
  /** CLAUSE where all words are the sentence's, EDITED where "was" or "were" was put in. */
  readonly kind: 'CLAUSE' | 'EDITED';
}

/** Of a title about a name, and of one about another noun. */
const FEWEST_WORDS = { NAME: 4, NOUN: 5 };

/**
 * The title of an act that describes a noun: "three men were arrested in Leeds" of "the man is among three men arrested in Leeds
 * on Monday", "Poland and Hungary were invited to join" of "Poland and Hungary, who were invited to join in May, agree". Null
 * where the tree is not sure of the noun, or where the words do not make a sentence.
 */
export function describedNounTitle(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  modality: Modality,
): DescribedNounTitle | null {
  const isPast = modality === 'ASSERTED' || modality === 'REPORTED';
  const clause = titleOfClause(sentence, statement, isPast);
  if (clause !== null) return clause;
  const phrase = nounPhraseTitle(sentence, statement);
  const happening = phrase === null ? null : happeningOf(phrase, statement, sentence, modality);
  if (happening !== null) return { text: happening, kind: 'EDITED' };
  return phrase === null ? null : { text: phrase, kind: 'CLAUSE' };
}

function titleOfClause(
  sentence: SentenceAnalysis,
  { kind, clause, resolution }: DatedStatement,
  isPast: boolean,
): DescribedNounTitle | null {
  const { parsed } = sentence;
  if (parsed === null || kind !== 'CLAUSE' || clause.kind !== 'RELATIVE' || clause.verb === null) return null;
  if (clause.quoted || stripsArticle(sentence, resolution.timex)) return null;
  const found = describedNoun(parsed, predicateOfVerb(parsed, clause.verb.head));
  if (found === null || (found.relative === null && !isPast)) return null;
  /** "much harsher than *the ones* imposed in 2014" */
  if (parsed.words[found.noun]?.lemma === 'one' || (found.relative === null && isAny(parsed, found.noun)))
    return null;
  const who = nounWords(parsed, found);
  const fewest = parsed.words[found.noun]?.upos === 'PROPN' ? FEWEST_WORDS.NAME : FEWEST_WORDS.NOUN;
  const times = timeWords(sentence, resolution.timex);
  const isEnough = (words: readonly number[] | null): words is readonly number[] =>
    words !== null && who.length > 0 && who.length + words.length >= fewest;
  /** "The blaze broke out" says little without "on Monday". */
  const what = [times, NO_WORDS].map((taken) => clauseWords(sentence, found, taken)).find(isEnough);
  if (what === undefined) return null;
  if (tearsCompound(parsed, what)) return null;
  const isWhole = found.relative !== null;
  const words = [
    wordsAsTitle(sentence, who),
    ...(isWhole ? [] : [auxiliaryFor(parsed, found.noun)]),
    wordsAsTitle(sentence, what),
  ];
  const text = capitalize(finish(words.join(' ').replaceAll(/ (?=[,;:])/gu, '')));
  if (text.length > LONGEST_TITLE || isCutOff(text) || pointsBack(text)) return null;
  return { text, kind: isWhole ? 'CLAUSE' : 'EDITED' };
}

const NO_WORDS: ReadonlySet<number> = new Set();

/** "rejected *all* claims made in May" says of no claim that it was made. */
const isAny = (tree: SentenceTree, noun: number): boolean =>
  /^(?:all|any|each|every|no)$/iu.test(tree.words[dependentWith(tree, noun, 'det') ?? -1]?.form ?? '');

/** The words of the clause without its relative pronoun and the given times. Null where others stand between them or before its verb. */
function clauseWords(
  { parsed, skipped }: SentenceAnalysis,
  { predicate, relative }: DescribedNoun,
  times: ReadonlySet<number>,
): readonly number[] | null {
  if (parsed === null) return null;
  const isTaken = (index: number): boolean => times.has(index) || index === relative;
  const all = constituentOf(parsed, predicate, (index) => isOther(parsed, index, predicate));
  const words = withoutEdgeMarks(
    parsed,
    all.filter((index) => !isTaken(index)),
  );
  const isOfVerb = (index: number): boolean => /^(?:ADV|AUX|PART)$/u.test(parsed.words[index]?.upos ?? '');
  const isInOrder = words.every((index) => index >= predicate || isOfVerb(index));
  const endsInTime = times.size > 0 && skipped[words.at(-1) ?? -1] === true;
  return isInOrder && !endsInTime && isUnbroken(all, isTaken) ? words : null;
}

/** Asides, and a second verb of another form: "the order issued on Monday *and release her*". */
function isOther(tree: SentenceTree, index: number, predicate: number): boolean {
  const role = roleOf(tree, index);
  const isOfPredicate = tree.words[index]?.head === predicate;
  const isForm = tree.words[index]?.xpos === tree.words[predicate]?.xpos;
  return role === 'parataxis' || role === 'discourse' || (role === 'conj' && isOfPredicate && !isForm);
}

/** "among *three men*": a noun with what is part of its phrase, without the preposition before it. */
function nounWords(tree: SentenceTree, { noun, predicate }: DescribedNoun): readonly number[] {
  const first = constituentOf(tree, predicate)[0] ?? predicate;
  const isLeftOut = (index: number): boolean =>
    (ASIDE.test(roleOf(tree, index)) && !isListOfNames(tree, index)) ||
    (tree.words[index]?.head === noun && !OF_PHRASE.test(roleOf(tree, index))) ||
    (roleOf(tree, index) === 'amod' && dependentWith(tree, index, 'obl', 'obj') !== null);
  const words = constituentOf(tree, noun, isLeftOut).filter((index) => index < first);
  return withoutEdgeMarks(tree, words);
}

const ASIDE = /^(?:acl|appos|parataxis|discourse|advcl)$/u;
const OF_PHRASE = /^(?:appos|det|nummod|amod|compound|nmod|flat|fixed|conj|punct)$/u;

/** "in *this year's* campaign": without the time the noun would lack an article. */
function stripsArticle({ tokens }: SentenceAnalysis, time: Span): boolean {
  const before = tokens[tokens.findIndex(({ end }) => end > time.start) - 1];
  return isInsideNoun(tokens, time) && before?.pos !== 'DET';
}

/** Whether nothing but words that are left out on purpose stands between the words of a clause. */
const isUnbroken = (indices: readonly number[], isLeftOut: (index: number) => boolean): boolean =>
  indices.every((index, place) => {
    const from = (indices[place - 1] ?? index - 1) + 1;
    return Array.from({ length: index - from }, (_, step) => from + step).every(isLeftOut);
  });
