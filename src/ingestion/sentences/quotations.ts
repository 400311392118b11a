import { CLOSING_QUOTES, OPENING_QUOTES, STRAIGHT_QUOTE } from './grammar-words.ts';
import type { Sentence } from './sentence.ts';

/** What a token does to the quotation around it. The marks themselves count as quoted. */
export interface QuoteState {
  readonly quoted: boolean;
  readonly mark: 'OPENS' | 'CLOSES' | null;
}

/**
 * Which tokens of consecutive sentences stand in quotation marks. A quotation runs on over sentences and ends with its
 * paragraph, even if its mark is missing; a straight mark opens and closes in turn.
 */
export function quoteStates(
  text: string,
  sentences: readonly Sentence[],
): readonly (readonly QuoteState[])[] {
  let open = false;
  let end = 0;
  return sentences.map((sentence) => {
    if (text.slice(end, sentence.start).includes('\n')) open = false;
    end = sentence.end;
    return sentence.tokens.map(({ text: word }) => {
      const opens = OPENING_QUOTES.has(word) || (word === STRAIGHT_QUOTE && !open);
      const closes = open && (CLOSING_QUOTES.has(word) || (word === STRAIGHT_QUOTE && !opens));
      const quoted = open || opens;
      open = opens || (open && !closes);
      return { quoted, mark: opens ? 'OPENS' : closes ? 'CLOSES' : null };
    });
  });
}
