import { caseOf } from './participants.ts';
import { conjunctsOf, dependentsWith, roleOf, type SentenceTree } from './sentence-tree.ts';

/** Prepositions between a light verb and what is done: "went *on* strike", "came *to* an agreement", "is *under* investigation". */
const INTO = /^(?:at|in|into|on|through|to|under)$/u;

/**
 * The words that say what is done, for a verb that hardly does: "demonstrations" for "began" in "began a series of
 * demonstrations", "attack" for "planned" in "planned to attack the camp". Words that only describe another word are none: "rally"
 * in "The rally officials were not available", "attacks" in "took a team to the victims of attacks". The subject counts in the
 * passive ("talks were held"), and where the verb says no more than that it happens (`isSubjectMeant`).
 */
export function meantBy(tree: SentenceTree, predicate: number, isSubjectMeant: boolean): ReadonlySet<number> {
  const meant = new Set<number>();
  const add = (word: number): void => {
    if (meant.has(word)) return;
    meant.add(word);
    for (const index of [...partsOf(tree, word), ...conjunctsOf(tree, word)]) add(index);
  };
  add(predicate);
  const isMeant = (index: number): boolean => isSubjectMeant || tree.words[index]?.label === 'nsubj:pass';
  for (const index of dependentsWith(tree, predicate, 'nsubj').filter(isMeant)) add(index);
  /** "the *strike* that began", "the *bid* launched in May" */
  if (roleOf(tree, predicate) === 'acl') add(tree.words[predicate]?.head ?? predicate);
  return meant;
}

/** The words that complete a verb, and the kind of a vague noun: "raids" for "series" in "a series of raids". */
const partsOf = (tree: SentenceTree, word: number): readonly number[] =>
  (tree.dependents[word] ?? []).filter((index) => {
    const role = roleOf(tree, index);
    if (role === 'obj' || role === 'xcomp') return true;
    if (role === 'obl') return INTO.test(caseOf(tree, index) ?? '');
    const isOf = role === 'compound' || (role === 'nmod' && caseOf(tree, index) === 'of');
    return isOf && VAGUE.test(tree.words[word]?.lemma ?? '');
  });

/** Nouns of which another noun says the kind: "a *series* of attacks", "a rescue *operation*". */
const VAGUE =
  /^(?:attempt|bout|campaign|chain|day|effort|flurry|kind|lot|mission|number|operation|pair|part|round|row|sequence|series|set|spate|start|string|type|wave|week)$/u;
