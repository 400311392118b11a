import { createHash } from 'node:crypto';
import { type ArticleId, type MentionId, mentionId } from '../../domain/event/ids.ts';
import type { Quote, Span } from '../../domain/event/mention.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';

const ID_DIGITS = 20;

/**
 * A mention's identity: `men_` and 20 hex digits of the SHA-256 over its article's id and the spans of its
 * clause and time expression. The anchor does not count, so that re-anchoring an article keeps its mentions.
 */
export function identifyMention(article: ArticleId, clause: Span, expression: Span | null): MentionId {
  const parts = [article, clause.start, clause.end, expression?.start ?? null, expression?.end ?? null];
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return mentionId(`men_${digest.slice(0, ID_DIGITS)}`);
}

const CONTEXT = 32;

/** The text of a span with up to 32 characters on either side; no surrogate pair is cut. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/u, ''),
    suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/u, ''),
  };
}

/** From the first to the last token of the statement. */
export function spanOf({ tokens }: SentenceAnalysis, { kind, clause, noun }: DatedStatement): Span {
  const indices = kind === 'NOUN' && noun !== null ? [noun.first, noun.last] : clause.tokens;
  const [first, last] = [Math.min(...indices), Math.max(...indices)];
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}
