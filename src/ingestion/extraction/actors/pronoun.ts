import { dependentWith } from '../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { type Antecedent, type Discourse, referentOf } from './discourse.ts';

/** The entity that a pronoun of a sentence means. "*It* was a surprise" and "*It* is clear that …" have no referent. */
export function referentAt(
  { tokens, parsed }: SentenceAnalysis,
  index: number,
  discourse: Discourse,
): Antecedent | null {
  const lower = tokens[index]?.lower ?? '';
  const predicate = parsed?.words[index]?.head ?? -1;
  const isNominal = parsed !== null && dependentWith(parsed, predicate, 'cop') !== null;
  const hasContent = parsed !== null && dependentWith(parsed, predicate, 'csubj', 'ccomp') !== null;
  const isNoun = tokens[predicate]?.pos === 'NOUN';
  return lower === 'it' && isNominal && (isNoun || hasContent) ? null : referentOf(lower, discourse);
}
