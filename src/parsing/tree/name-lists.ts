import { dependentsWith, type SentenceTree } from './sentence-tree.ts';

/** "Poland, *Latvia and Hungary*": names after a name, which the parser takes for an apposition. */
export function isListOfNames(tree: SentenceTree, index: number): boolean {
  const { upos, head = -1 } = tree.words[index] ?? {};
  const isName = (word: number): boolean => tree.words[word]?.upos === 'PROPN';
  const others = dependentsWith(tree, index, 'conj');
  return upos === 'PROPN' && isName(head) && others.length > 0 && others.every(isName);
}

/** "*Oslo*, Riga and Bern signed": a first name of a list, which the parser takes for one that is spoken to. */
export function namesBefore(tree: SentenceTree, noun: number): readonly number[] {
  const isName = (index: number): boolean => tree.words[index]?.upos === 'PROPN';
  const isList = isName(noun) && dependentsWith(tree, noun, 'conj').some(isName);
  const spokenTo = dependentsWith(tree, tree.words[noun]?.head ?? -1, 'vocative');
  return isList ? spokenTo.filter((index) => index < noun && isName(index)) : [];
}
