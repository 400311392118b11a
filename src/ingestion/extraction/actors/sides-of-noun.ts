import {
  constituentOf,
  dependentsWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { listWith } from './listed-names.ts';
import { isPlaceHere } from './places.ts';

/** Names of papers and agencies only report, and "the former Norway" and "pro-Norway" are not Norway. */
export const canAct = (sentence: SentenceAnalysis, name: FoundName): boolean => {
  const { text, tokens } = sentence;
  const { kind, actor, first, start } = name;
  return (
    kind !== 'MEDIA' &&
    actor !== null &&
    !isPlaceHere(sentence, name) &&
    tokens[first - 1]?.lower !== 'former' &&
    !/\b(?:pro|anti|non)-$/iu.test(text.slice(Math.max(0, start - 5), start))
  );
};

/** "troops", "foreign minister": nouns for people who act for the state or organization named with them. */
export const actsForOthers = (
  { tokens }: SentenceAnalysis,
  noun: number,
  { collectives, titles }: Lexicon,
): boolean => {
  const { lower = '', lemma = '' } = tokens[noun] ?? {};
  const isTitle = (titles.has(lower) || titles.has(lemma)) && !OTHER_WORD.test(lower);
  return isTitle || collectives.has(lower) || collectives.has(lemma) || SPEAKS_FOR.test(lower);
};

const SPEAKS_FOR = /^spokes(?:m[ae]n|people|persons?|wom[ae]n)$/u;

/** Titles that are other words in lower case, and titles of people who act for themselves alone: "the Portuguese coach". */
const OTHER_WORD =
  /^(?:agent|archbishop|assistant|bishop|captain|cardinal|ceo|cfo|coach|coo|count|director|doctor|duchess|duke|executive|father|general|judge|lady|lord|major|pastor|private|professor|rabbi|reverend|sister|staff|state)(?:e?s)?$/u;

/** "Turkish and Greek" for "troops", "Norway" for "ambassador" in "the ambassador of Norway". */
export function sidesOfNoun(
  sentence: SentenceAnalysis,
  tree: SentenceTree,
  noun: number,
  lexicon: Lexicon,
): readonly FoundName[] {
  const speaks = SPEAKS_FOR.test(sentence.tokens[noun]?.lower ?? '');
  const isOf = (index: number): boolean =>
    dependentsWith(tree, index, 'case').every((word) =>
      (speaks ? /^(?:for|from|of|['’]s?)$/iu : /^(?:from|of|['’]s?)$/iu).test(tree.words[word]?.form ?? ''),
    );
  /** "officials of Norwegian *companies*" do not act for Norway. */
  const isOther = (index: number): boolean =>
    roleOf(tree, index) === 'nmod' &&
    sentence.tokens[index]?.pos === 'NOUN' &&
    !sentence.names.some(({ first, last }) => first <= index && index <= last) &&
    !actsForOthers(sentence, index, lexicon);
  const describing = constituentOf(
    tree,
    noun,
    (index) => !/^(?:nmod|amod|compound|conj)$/u.test(roleOf(tree, index)) || !isOf(index) || isOther(index),
  );
  const sides = sentence.names.filter(
    (name) =>
      (name.kind === 'STATE' || name.kind === 'ORGANIZATION' || isAdministration(sentence, noun)) &&
      canAct(sentence, name) &&
      describing.some((index) => name.first <= index && index <= name.last),
  );
  return [...new Set(sides.flatMap((name) => listWith(sentence, name)))];
}

/** "the Weber administration". */
const isAdministration = ({ tokens }: SentenceAnalysis, noun: number): boolean =>
  /^(?:administration|government|cabinet)$/u.test(tokens[noun]?.lower ?? '');
