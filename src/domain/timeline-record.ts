import type { CalendarDate } from './time/calendar-date.ts';

/** The operator's description of a timeline as a whole. Pages and the heads of files show it. */
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

/** A timeline in the list of those that a database holds. */
export interface TimelineEntry {
  /** Its place in addresses: `/t/harbour-strike/`. */
  readonly slug: string;
  readonly record: TimelineRecord;
  /** The day against which an article without a date of its own is read. */
  readonly defaultAnchor: CalendarDate;
}

/** The timeline at the root. Every database has it. */
export const DEFAULT_SLUG = 'default';

/** Whether a text may name a timeline: small letters, digits and hyphens between them, forty at most. */
export const isSlug = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text);

/** The path below which a timeline is found. */
export const timelinePath = (slug: string): string => (slug === DEFAULT_SLUG ? '' : `/t/${slug}`);
