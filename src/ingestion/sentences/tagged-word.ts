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
