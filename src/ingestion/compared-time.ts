import type { SentenceAnalysis } from './sentence-analysis.ts';

/** What compares with another time dates nothing: "more than in 2019". */
const COMPARISON = new Set(['than', 'like', 'unlike', 'as']);

/** Whether a time only measures something else: "than in 2019", "the worst attack since 2014". */
export const isCompared = ({ tokens, previous }: SentenceAnalysis, at: number): boolean => {
  const preposition = tokens[at - 1]?.pos === 'ADP' ? at - 1 : at;
  const before = tokens[previous[preposition] ?? -1]?.lower ?? '';
  return COMPARISON.has(before) || (tokens[at - 1]?.lower === 'since' && isSuperlative(tokens, at));
};

/** "the worst attack since 2014" does not begin in 2014. */
const isSuperlative = (tokens: SentenceAnalysis['tokens'], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 8), at)
    .some(({ lower }) => /^(?:first|most|least|worst|best|\p{L}{3,}est)$/u.test(lower));
