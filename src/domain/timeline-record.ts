/** What an operator says of a timeline as a whole. It stands on pages and in the heads of files. */
export interface TimelineRecord {
  readonly name: string;
  /** A sentence or two for readers. */
  readonly description: string | null;
  /** Who answers for the timeline. */
  readonly publisher: string | null;
  /** Of titles and quotes, as BCP 47 writes it: `en`, `en-GB`. */
  readonly language: string;
  /** Of the data: an address, or words. */
  readonly license: string | null;
}

/** The record of a timeline whose operator says nothing. */
export const DEFAULT_RECORD: TimelineRecord = {
  name: 'Dateline',
  description: null,
  publisher: null,
  language: 'en',
  license: null,
};

/** The publisher where there is one; feeds and entries of BibTeX want a name. */
export const publisherOf = ({ name, publisher }: TimelineRecord): string => publisher ?? name;
