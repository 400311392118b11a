import { constituentOf, dependentsWith, type SentenceTree } from './sentence-tree.ts';

const INSIDE_NAME = /^(?:of|and|&|the|for|de|del|der|di|du|la|van|von|-|–|['’]s|['’])$/iu;

/**
 * The words of a noun's full name, from first to last: "Bank of England" for "Bank", "Jane van Roe" for "Jane". The noun
 * alone where it is no name.
 */
export function nameOfNoun(tree: SentenceTree, noun: number): readonly [first: number, last: number] {
  const { words } = tree;
  if (words[noun]?.upos !== 'PROPN') return [noun, noun];
  const isAside = (index: number): boolean =>
    words[index]?.head === noun && /^(?:conj|appos|acl|parataxis)/u.test(words[index]?.label ?? '');
  const around = new Set(constituentOf(tree, noun, isAside));
  const parts = [noun, ...dependentsWith(tree, noun, 'flat', 'compound')];
  const isName = (index: number): boolean => around.has(index) && /^NNP/u.test(words[index]?.xpos ?? '');
  const isInside = (index: number): boolean =>
    around.has(index) && INSIDE_NAME.test(words[index]?.form ?? '');
  const grow = (from: number, step: 1 | -1): number => {
    let end = from;
    for (let at = from + step; isName(at) || isInside(at); at += step) if (isName(at)) end = at;
    return end;
  };
  return [grow(Math.min(...parts), -1), grow(Math.max(...parts), 1)];
}
