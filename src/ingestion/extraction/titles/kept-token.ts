import { PARENTHETICAL } from '../../sentences/grammar-words.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';

/** Whether a title keeps a token: not the given words, nor the writer’s "however". */
export function isKept(
  { tokens, skipped }: SentenceAnalysis,
  { via }: DatedStatement,
  leftOut: ReadonlySet<number>,
  index: number,
): boolean {
  const token = tokens[index];
  if (token === undefined || leftOut.has(index)) return false;
  const isEmptied =
    via?.kind === 'RELATIVE' && via.tokens.every((at) => skipped[at] || at === via.verb?.last);
  if (isEmptied && index === via.verb?.last) return false;
  return !PARENTHETICAL.has(token.lower);
}
