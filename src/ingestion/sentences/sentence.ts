import type { Span } from '../../domain/event/mention.ts';

/** A word as the tagger gives it, without a position. */
export interface TaggedWord {
  readonly text: string;
  readonly pos: string | undefined;
  readonly lemma: string | undefined;
  /** Whether the tagger would end a sentence here. */
  readonly endsSentence: boolean;
}

/** The words of one line of text. */
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
