import {
  constituentOf,
  dependentsWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { canAct } from './sides-of-noun.ts';

/** "Norway's Minister of Trade, *Karl Weber*, left": the tree may hang the name on a later word of the title. */
export function nameBehind(
  { names, tokens }: SentenceAnalysis,
  noun: number,
  { titles }: Lexicon,
): FoundName | undefined {
  const { lower = '', lemma = '' } = tokens[noun] ?? {};
  if (!titles.has(lower) && !isPersonNoun(lemma)) return undefined;
  const comma = tokens.findIndex(({ pos }, index) => index > noun && !IN_TITLE.test(pos));
  const name = names.find(({ first, kind }) => kind === 'PERSON' && first === comma + 1);
  const isBetween = tokens[comma]?.text === ',' && tokens[(name?.last ?? -2) + 1]?.text === ',';
  return isBetween ? name : undefined;
}

const IN_TITLE = /^(?:ADJ|ADP|CCONJ|DET|NOUN|PART|PROPN)$/u;

/** "*Orbita*, a bank that collapsed": the name right before a noun that explains it and that a clause describes. */
export function nameBefore(
  sentence: SentenceAnalysis,
  tree: SentenceTree,
  noun: number,
): FoundName | undefined {
  if (roleOf(tree, noun) !== 'appos' || dependentsWith(tree, noun, 'acl').length === 0) return undefined;
  const words = constituentOf(tree, noun, (index) => isClause(tree, index)).filter(
    (index) => tree.words[index]?.upos !== 'PUNCT',
  );
  const comma = (words[0] ?? 0) - 1;
  if (sentence.tokens[comma]?.text !== ',') return undefined;
  return sentence.names.find(
    (name) => name.last === comma - 1 && !name.demonym && name.kind !== 'PLACE' && canAct(sentence, name),
  );
}

/** "several countries, including *Peru and Chile*," */
export function includedIn(
  sentence: SentenceAnalysis,
  tree: SentenceTree,
  noun: number,
): readonly FoundName[] {
  if (tree.words[noun]?.xpos !== 'NNS') return [];
  const inside = dependentsWith(tree, noun, 'nmod')
    .filter((index) => dependentsWith(tree, index, 'case').some((word) => isIncluding(tree, word)))
    .flatMap((index) => constituentOf(tree, index, (word) => isClause(tree, word)));
  return sentence.names.filter(
    (name) =>
      inside.includes(name.last) && !name.demonym && canAct(sentence, name) && !isOwner(sentence, name),
  );
}

const isIncluding = ({ words }: SentenceTree, index: number): boolean =>
  /^including$/iu.test(words[index]?.form ?? '');

/** "including *Norway's* king" */
const isOwner = ({ tokens }: SentenceAnalysis, { last }: FoundName): boolean =>
  /^(?:['’]s?|-)$/u.test(tokens[last + 1]?.text ?? '');

/** Parts of an organization that act for it. */
const PART_OF_BODY = /^(?:board|cabinet|committee|department|division|office|panel|subcommittee)$/u;

/** "*Hale Council's* planning committee met" */
export function ownerOfBody(
  sentence: SentenceAnalysis,
  tree: SentenceTree,
  noun: number,
): FoundName | undefined {
  if (!PART_OF_BODY.test(tree.words[noun]?.lemma ?? '')) return undefined;
  const owners = dependentsWith(tree, noun, 'nmod').filter((index) =>
    dependentsWith(tree, index, 'case').some((word) => /^['’]s?$/u.test(tree.words[word]?.form ?? '')),
  );
  return sentence.names.find(
    (name) =>
      name.kind === 'ORGANIZATION' &&
      canAct(sentence, name) &&
      owners.some((index) => name.first <= index && index <= name.last),
  );
}

const isClause = (tree: SentenceTree, index: number): boolean =>
  /^(?:acl|advcl|parataxis)$/u.test(roleOf(tree, index));
