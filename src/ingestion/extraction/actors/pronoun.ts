import { dependentWith } from '../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { type Antecedent, type Discourse, referentOf } from './discourse.ts';

/** The entity that a pronoun of a sentence means. */
export const referentAt = (
  sentence: SentenceAnalysis,
  index: number,
  discourse: Discourse,
): Antecedent | null =>
  isImpersonal(sentence, index) ? null : referentOf(sentence.tokens[index]?.lower ?? '', discourse);

/** Whether a pronoun may stand for nothing: "*It* was a surprise", "*It* is clear that …". */
export function isImpersonal({ tokens, parsed }: SentenceAnalysis, index: number): boolean {
  if (parsed === null || tokens[index]?.lower !== 'it') return false;
  const predicate = parsed.words[index]?.head ?? -1;
  if (dependentWith(parsed, predicate, 'expl') !== null) return true;
  const isNominal = dependentWith(parsed, predicate, 'cop') !== null;
  const hasContent = dependentWith(parsed, predicate, 'csubj', 'ccomp') !== null;
  return isNominal && (tokens[predicate]?.pos === 'NOUN' || hasContent);
}
