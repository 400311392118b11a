import { isPassive } from './predicate.ts';
import { dependentsWith, type SentenceTree } from './sentence-tree.ts';

/** Verbs that may have a day for their object. */
export const FIXES = /^(?:choose|fix|pick|select|set)$/u;

/** Whether a time is the object of its verb, though the parser may take it for an adverbial: "The judge fixed *3 May* for the hearing". */
export function isFixedTime(tree: SentenceTree, time: number): boolean {
  const verb = tree.words[time]?.head ?? -1;
  return (
    FIXES.test(tree.words[verb]?.lemma ?? '') &&
    !isPassive(tree, verb) &&
    dependentsWith(tree, time, 'case', 'mark').length === 0 &&
    dependentsWith(tree, verb, 'obj').every((object) => object === time)
  );
}
