import { createHash } from 'node:crypto';
import { type ArticleId, type MentionId, mentionId } from '../../domain/event/ids.ts';
import type { Span } from '../../domain/event/mention.ts';

const ID_DIGITS = 20;

/**
 * A mention's identity: `men_` and 20 hex digits of the SHA-256 over its article's id, the span of its clause and that of
 * its time expression. The anchor is no part of it, so that re-anchoring an article keeps its mentions.
 */
export function identifyMention(article: ArticleId, clause: Span, expression: Span | null): MentionId {
  const parts = [article, clause.start, clause.end, expression?.start ?? null, expression?.end ?? null];
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return mentionId(`men_${digest.slice(0, ID_DIGITS)}`);
}
