import type { Mention } from '../../../domain/event/mention.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from './dated-statement.ts';

const POINTING = new Set(['this', 'these', 'those', 'such']);

/**
 * The mention that a statement speaks of again: "there would be movement in *these* channels in January" names nobody and
 * points back, so it is of what the text last dated to that January. Null where somebody is named or nothing fits.
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
