import {
  conjunctsOf,
  constituentOf,
  dependentsWith,
  roleOf,
  type SentenceTree,
} from '../../../parsing/tree/sentence-tree.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { includedIn, nameBefore, nameBehind, ownerOfBody } from './names-beside-noun.ts';
import { actsForOthers, canAct, sidesOfNoun } from './sides-of-noun.ts';

/**
 * The names that a noun stands for: itself, "Karl Weber" for "his lawyer, Karl Weber" and "President Karl Weber", and the side
 * of people who act for it: "Norway" for "Norwegian troops", "the ambassador of Norway". A name that only describes the noun
 * is none: "Norway" in "Norway's borders", "the Norway stock".
 */
export function namesOfNoun(
  sentence: SentenceAnalysis,
  tree: SentenceTree,
  noun: number,
  lexicon: Lexicon,
): readonly FoundName[] {
  const at = (index: number): readonly FoundName[] =>
    sentence.names.filter(
      (name) => name.first <= index && index <= name.last && canAct(sentence, name) && !name.demonym,
    );
  const own = at(noun);
  if (own.length > 0) return [...joinedBefore(sentence, own[0]), ...own];
  /** "Secretary of Defense *Karl Weber*" */
  const isTitle =
    lexicon.titles.has(sentence.tokens[noun]?.lower ?? '') && /^\p{Lu}/u.test(tree.words[noun]?.form ?? '');
  const isAfterTitle = (index: number): boolean =>
    isTitle &&
    at(index).some(({ kind, first }) => kind === 'PERSON' && sentence.tokens[first - 1]?.pos === 'PROPN');
  const isFull = (index: number): boolean =>
    /^(?:flat|appos)$/u.test(roleOf(tree, index)) ||
    tree.words[index]?.label === 'nmod:desc' ||
    (roleOf(tree, index) === 'nmod' && isAfterTitle(index)) ||
    (roleOf(tree, index) === 'conj' && dependentsWith(tree, index, 'cc').length === 0);
  /** "the judge, *Justice Karl Weber*" */
  const inside = (index: number): readonly FoundName[] => {
    const names = at(index);
    return names.length > 0 ? names : dependentsWith(tree, index, 'flat').flatMap(at);
  };
  const named = (tree.dependents[noun] ?? [])
    .filter(isFull)
    .flatMap((index) => conjunctsOf(tree, index))
    .flatMap(inside)
    .filter(({ kind }) => kind === 'PERSON' || kind === 'ORGANIZATION');
  const people = named.filter(({ kind }) => kind === 'PERSON');
  if (named.length > 0) return people.length > 0 ? people : named;
  const beside = nameBehind(sentence, noun, lexicon) ?? nameBefore(sentence, tree, noun);
  if (beside !== undefined) return [beside];
  const head = nameOfHead(sentence, tree, noun);
  if (head !== undefined) return [head];
  const demonym = sentence.names.find((name) => name.demonym && name.first <= noun && noun <= name.last);
  if (demonym !== undefined) return isWholePeople(sentence, tree, noun) ? [demonym] : [];
  const sides = actsForOthers(sentence, noun, lexicon) ? sidesOfNoun(sentence, tree, noun, lexicon) : [];
  if (sides.length > 0) return sides;
  const owner = ownerOfBody(sentence, tree, noun);
  return owner === undefined ? includedIn(sentence, tree, noun) : [owner];
}

/** "the head of the bank, *Karl Weber*,": a person hung on an organization describes the one who leads it. */
function nameOfHead(
  { names, tokens }: SentenceAnalysis,
  tree: SentenceTree,
  noun: number,
): FoundName | undefined {
  if (!isPersonNoun(tokens[noun]?.lemma ?? '')) return undefined;
  const nameAt = (index: number): FoundName | undefined =>
    names.find(({ first, last }) => first <= index && index <= last);
  const isBody = (index: number): boolean => (nameAt(index)?.kind ?? 'PERSON') !== 'PERSON';
  const inside = constituentOf(
    tree,
    noun,
    (index) => !/^(?:appos|compound|flat|nmod)$/u.test(roleOf(tree, index)),
  );
  const described = inside.filter(
    (index) => roleOf(tree, index) === 'appos' && isBody(tree.words[index]?.head ?? -1),
  );
  /** "Ann Ray, an *expert* who left" */
  const above = roleOf(tree, noun) === 'appos' ? [tree.words[noun]?.head ?? -1] : [];
  return [...above, ...described].map(nameAt).find((name) => name?.kind === 'PERSON');
}

/** "the *U.S.* and European Union": the tree may hang the first of two names on a word of the second. */
function joinedBefore(
  { names, tokens, parsed }: SentenceAnalysis,
  name: FoundName | undefined,
): readonly FoundName[] {
  const before = names.findLast(({ last }) => last < (name?.first ?? 0));
  if (name === undefined || before === undefined || before.demonym || before.actor === null) return [];
  const between = tokens.slice(before.last + 1, name.first);
  const isJoined =
    between.length > 0 && between.every(({ lower, pos }) => pos === 'CCONJ' || lower === 'the');
  const head = parsed?.words[before.last]?.head ?? -1;
  return isJoined && name.first <= head && head <= name.last ? [before] : [];
}

/** "the Germans", not "two Germans" nor "German". */
const isWholePeople = ({ tokens }: SentenceAnalysis, tree: SentenceTree, noun: number): boolean =>
  /(?:s|sh|ch|ese)$/u.test(tokens[noun]?.lower ?? '') &&
  dependentsWith(tree, noun, 'det').some((index) => /^the$/iu.test(tree.words[index]?.form ?? '')) &&
  dependentsWith(tree, noun, 'nummod', 'amod', 'acl', 'compound').length === 0;
