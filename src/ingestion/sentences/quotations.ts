import type { TextSentence } from '../../parsing/split-sentences.ts';
import { CLOSING_QUOTES, OPENING_QUOTES, STRAIGHT_QUOTE } from './grammar-words.ts';

/** The place of a token in a quotation. The marks themselves count as quoted. */
export interface QuoteState {
  readonly quoted: boolean;
  readonly mark: 'OPENS' | 'CLOSES' | null;
}

/**
 * The quoted tokens of consecutive sentences. A quotation may span sentences. It ends with its paragraph,
 * even without a closing mark. A straight mark opens and closes in turn.
 */
export function quoteStates(
  text: string,
  sentences: readonly TextSentence[],
): readonly (readonly QuoteState[])[] {
  let open = false;
  let end = 0;
  return sentences.map((sentence) => {
    if (text.slice(end, sentence.start).includes('\n')) open = false;
    end = sentence.end;
    return sentence.tokens.map(({ form: word }) => {
      const opens = OPENING_QUOTES.has(word) || (word === STRAIGHT_QUOTE && !open);
      const closes = open && (CLOSING_QUOTES.has(word) || (word === STRAIGHT_QUOTE && !opens));
      const quoted = open || opens;
      open = opens || (open && !closes);
      return { quoted, mark: opens ? 'OPENS' : closes ? 'CLOSES' : null };
    });
  });
}
