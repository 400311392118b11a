import type { Quote, Span } from '../../domain/event/mention.ts';

const CONTEXT = 32;

/** The words of a span with up to 32 characters on either side; no surrogate pair is cut. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/u, ''),
    suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/u, ''),
  };
}
