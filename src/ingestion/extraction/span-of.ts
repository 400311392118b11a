import type { Span } from '../../domain/event/mention.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';

/** From the first to the last token that tells the statement. */
export function spanOf({ tokens }: SentenceAnalysis, { kind, clause, noun }: DatedStatement): Span {
  const indices = kind === 'NOUN' && noun !== null ? [noun.first, noun.last] : clause.tokens;
  const [first, last] = [Math.min(...indices), Math.max(...indices)];
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}
