import type { Span } from '../../domain/event/mention.ts';

/** Universal POS tags (Universal Dependencies v2); SPACE and foreign tags are X. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word or a punctuation mark: `text` is exactly the stretch from `start` to `end` (UTF-16, end exclusive). */
export interface Token extends Span {
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  readonly pos: PartOfSpeech;
  /** `annexed` → `annex`; the lower-case text where no lemma is known. */
  readonly lemma: string;
}

/** A sentence with all its tokens; white space at its ends is outside. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

/** What extraction knows of English. The one implementation is `openLanguage`. */
export interface Language {
  /** The sentences of a text, in order, at exact positions: slicing the text at a token gives that token. */
  read(text: string): readonly Sentence[];
}
