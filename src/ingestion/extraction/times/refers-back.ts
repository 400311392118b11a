import type { Mention } from '../../../domain/event/mention.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from './dated-statement.ts';

const POINTING = new Set(['this', 'these', 'those', 'such']);

/**
 * The earlier mention that a statement refers to. "There would be movement in *these* channels in January" names no actor
 * and points back to the last mention of that January. Null where an actor is named or no mention fits.
 */
export function refersBack(
  sentence: SentenceAnalysis,
  { clause, resolution }: DatedStatement,
  mentions: readonly Mention[],
): Mention | null {
  const inside = new Set(clause.tokens);
  if (sentence.names.some(({ first, actor }) => inside.has(first) && actor !== null)) return null;
  if (!clause.tokens.some((index) => POINTING.has(sentence.tokens[index]?.lower ?? ''))) return null;
  return mentions.findLast(({ date }) => date?.edtf === resolution.date.edtf) ?? null;
}
