import { subjectOf } from './participants.ts';
import { hasTense } from './predicate.ts';
import { dependentsWith, headsOf, roleOf, type SentenceTree } from './sentence-tree.ts';

/**
 * A reason to distrust a reading. NO_VERB: the clause has no finite verb. NO_SUBJECT: a finite verb without a subject.
 * UNSURE_ARC: the parser wavered between heads. WEAK_LABEL: an arc of a kind that parsers often get wrong.
 */
export type Doubt = 'NO_VERB' | 'NO_SUBJECT' | 'UNSURE_ARC' | 'WEAK_LABEL';

/** Kinds of arcs of which a parser of this size finds three in four or fewer. */
const WEAK = new Set([
  'appos',
  'acl',
  'advcl',
  'parataxis',
  'conj',
  'list',
  'orphan',
  'dep',
  'dislocated',
  'reparandum',
]);

/** Doubts about who does what in a predicate's clause, and about its place in the sentence. */
export function doubtsOf(tree: SentenceTree, predicate: number): readonly Doubt[] {
  const arcs = [predicate, ...dependentsWith(tree, predicate, 'nsubj', 'csubj', 'obj', 'obl', 'aux', 'cop')];
  const doubts: Doubt[] = [];
  if (!hasTense(tree, predicate) && tree.words[predicate]?.head === -1) doubts.push('NO_VERB');
  if (hasTense(tree, predicate) && subjectOf(tree, predicate) === null) doubts.push('NO_SUBJECT');
  if (arcs.some((index) => tree.words[index]?.sure === false)) doubts.push('UNSURE_ARC');
  if ([predicate, ...headsOf(tree, predicate)].some((index) => WEAK.has(roleOf(tree, index))))
    doubts.push('WEAK_LABEL');
  return doubts;
}
