import type { Span } from '../../domain/event/mention.ts';

/** A word from the tagger, without a position. */
export interface TaggedWord {
  readonly text: string;
  readonly pos: string | undefined;
  readonly lemma: string | undefined;
  /** Whether the tagger ends a sentence here. */
  readonly endsSentence: boolean;
}

/** Tags the words of a line. */
export type Tagger = (line: string) => readonly TaggedWord[];

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

/** A word or a punctuation mark: `text` is the text from `start` to `end` (UTF-16, end exclusive). */
export interface Token extends Span {
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  readonly pos: PartOfSpeech;
  /** `annexed` → `annex`; the lower-case text where the lemma is unknown. */
  readonly lemma: string;
}

/** A sentence with all its tokens, without white space at its ends. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

/** Splits and tags English text. The only implementation is `openLanguage`. */
export interface Language {
  /** The sentences of a text, in order. Slicing the text at a token's positions gives that token. */
  read(text: string): readonly Sentence[];
}
