import type { Clause } from './clause.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import { isFiscalEnd } from './skipped-tokens.ts';

/** What compares with another time dates nothing: "more than in 2019". */
const COMPARISON = new Set(['than', 'like', 'unlike', 'as']);

/** What is due or valid on a day is not done then: "a dividend payable Dec. 7", "holders of record Nov. 22". */
const VALIDITY =
  /^(?:payable|due|effective|dated|maturing|expiring|redeemable|callable|record|beginning|ending)$/u;

/** A condition tells of nothing that happened or is planned: "if Russia invades in January". */
const CONDITION = /^(?:if|unless|whether|should|lest)$/u;

/**
 * Whether a time is only the background or the measure of something else: "than in 2019", "the worst attack since 2014", "the
 * quarter ended Sept. 30", "a dividend payable Dec. 7", "if they met next week".
 */
export function isBackground(sentence: SentenceAnalysis, at: number, clause: Clause): boolean {
  const { tokens, previous } = sentence;
  const preposition = tokens[at - 1]?.pos === 'ADP' ? at - 1 : at;
  const before = previous[preposition] ?? -1;
  const word = tokens[before]?.lower ?? '';
  return (
    COMPARISON.has(word) ||
    (tokens[at - 1]?.lower === 'since' && isSuperlative(tokens, at)) ||
    isFiscalEnd(tokens, at) ||
    isValidity(sentence, before, clause) ||
    isConditional(sentence, clause)
  );
}

/** "the worst attack since 2014" does not begin in 2014. */
const isSuperlative = (tokens: SentenceAnalysis['tokens'], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 8), at)
    .some(({ lower }) => /^(?:first|most|least|worst|best|\p{L}{3,}est)$/u.test(lower));

/** The adjective after a verb ("is due Monday") does tell what happens then. */
function isValidity({ tokens, groupAt, previous }: SentenceAnalysis, word: number, clause: Clause): boolean {
  if (!VALIDITY.test(tokens[word]?.lower ?? '') || groupAt[word] === clause.verb) return false;
  return clause.verb?.last !== previous[word];
}

function isConditional(sentence: SentenceAnalysis, { opener, kind, base }: Clause): boolean {
  if (opener !== null && CONDITION.test(sentence.tokens[opener]?.lower ?? '')) return true;
  return kind === 'COORDINATE' && base !== null && isConditional(sentence, base);
}
