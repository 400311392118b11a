import type { Span } from '../../domain/event/mention.ts';
import type { SentenceTree } from '../../parsing/tree/sentence-tree.ts';

/** Universal POS tags (Universal Dependencies v2). */
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
  /** The sentence's tree, whose words are the tokens. Null where only tags were needed. */
  readonly parsed: SentenceTree | null;
}
