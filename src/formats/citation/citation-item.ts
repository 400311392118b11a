import type { TimelineEvent } from '../../domain/event/event.ts';
import { type CalendarDate, partsOf } from '../../domain/time/calendar-date.ts';
import type { TimelineRecord } from '../../domain/timeline-record.ts';
import { eventVersionUrl } from '../event/addresses.ts';
import { hedgedDate } from '../event/hedge.ts';
import { publishedDays } from '../event/published-days.ts';
import { sourceLine, sourcesOf } from '../event/sources.ts';
import { plainLine } from '../text/plain-text.ts';
import { cslDateOf } from './csl-date.ts';

/** A suffix of `/v1/events/{id}/cite`, without the dot: a line for people, a BibTeX entry, CSL-JSON. */
export const CITATION_FORMATS = ['txt', 'bib', 'csl.json'] as const;

export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** The media types of BibTeX and CSL-JSON are those that DOI registrars use. */
export const CITATION_MEDIA_TYPES: Readonly<Record<CitationFormat, string>> = {
  txt: 'text/plain; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  'csl.json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

/** The parts of a citation that are not the event's. */
export interface CitationSetting {
  readonly record: TimelineRecord;
  /** Scheme and host under which events are found, without a slash at its end. */
  readonly origin: string;
  readonly accessedOn: CalendarDate;
}

/** An event in CSL-JSON 1.0.2. */
export type CitationItem = ReturnType<typeof citationItem>;

/**
 * `event-date` is the date of the event; it is left out where an end is open. `issued` is the day of the latest article.
 * The address leads to the cited revision. The title has the date in words, and says so where the event is planned.
 */
export function citationItem(event: TimelineEvent, { record, origin, accessedOn }: CitationSetting) {
  const { id, revision, title, date } = event;
  const eventDate = cslDateOf(date);
  return {
    id: `${id}-${revision}`,
    type: 'webpage' as const,
    title: `${plainLine(title) || id} (${plainLine(hedgedDate(event))})`,
    'container-title': plainLine(record.name),
    ...(record.publisher !== null && { publisher: plainLine(record.publisher) }),
    language: record.language,
    version: String(revision),
    ...(eventDate !== null && { 'event-date': eventDate }),
    issued: dateOf(publishedDays(event).last),
    accessed: dateOf(accessedOn),
    URL: eventVersionUrl(origin, id, revision),
    note: `Sources: ${sourcesOf(event).map(citedSource).join('; ')}`,
  };
}

const citedSource = (article: Parameters<typeof sourceLine>[0]): string =>
  [sourceLine(article), article.publishedOn, article.url].filter((part) => part !== null).join(', ');

const dateOf = (day: CalendarDate) => {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return { 'date-parts': [[year, month, dayOfMonth]] };
};
