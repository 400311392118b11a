import type { TimelineEvent } from '../../domain/event/event.ts';
import { publisherOf } from '../../domain/timeline-record.ts';
import { eventUrl, eventUrn } from '../event/addresses.ts';
import { hedgedDate } from '../event/hedge.ts';
import { instantOf, publishedDays } from '../event/published-days.ts';
import { sourceLine, sourcesOf } from '../event/sources.ts';
import { type EventFormat, type ExportSetting, KEEPS_ALL, type Survey } from '../export/event-format.ts';
import { plainLine, xmlText } from '../text/plain-text.ts';

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>\n`;

const link = (rel: string, href: string, type?: string): string =>
  `<link rel="${rel}"${type === undefined ? '' : ` type="${type}"`} href="${xmlText(href)}"/>\n`;

/** Atom (RFC 4287). Ids and dates survive edits. An entry is updated when a new article adds to its event. */
export const ATOM: EventFormat = {
  ...KEEPS_ALL,
  mediaType: 'application/atom+xml; charset=utf-8',
  needsSurvey: true,
  open: (setting, survey) => ({
    head: () => headOf(setting, survey),
    event: (event) => entryOf(event, setting),
    tail: () => '</feed>\n',
  }),
};

/** An empty feed was last updated on the timeline's default anchor. */
const headOf = ({ record, anchor, origin, selfUrl }: ExportSetting, { updatedOn }: Survey): string =>
  [
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${record.language}">\n`,
    element('id', selfUrl),
    element('title', plainLine(record.name)),
    record.description === null ? '' : element('subtitle', plainLine(record.description)),
    element('updated', instantOf(updatedOn ?? anchor)),
    `<author>${element('name', plainLine(publisherOf(record))).trimEnd()}</author>\n`,
    record.license === null ? '' : element('rights', plainLine(record.license)),
    link('self', selfUrl, 'application/atom+xml'),
    link('alternate', `${origin}/`, 'text/html'),
  ].join('');

function entryOf(event: TimelineEvent, { origin }: ExportSetting): string {
  const { id, title, type, actors, places } = event;
  const { first, last } = publishedDays(event);
  const categories = [type, ...actors.map(({ name }) => name), ...places.map(({ name }) => name)];
  return [
    '<entry>\n',
    element('id', eventUrn(id)),
    element('title', plainLine(title) || id),
    element('published', instantOf(first)),
    element('updated', instantOf(last)),
    link('alternate', eventUrl(origin, id), 'text/html'),
    ...sourcesOf(event).flatMap(({ url }) => (url === null ? [] : [link('related', url)])),
    ...[...new Set(categories)].map((term) => `<category term="${xmlText(term)}"/>\n`),
    element('content', accountParagraphs(event).join('\n\n')),
    '</entry>\n',
  ].join('');
}

/** An event for reading: a paragraph with its date and hedge, then a paragraph with sentence and source for each mention. */
export const accountParagraphs = (event: TimelineEvent): readonly string[] => [
  `${hedgedDate(event)}.`,
  ...event.mentions.map(({ quote, article }) => `“${plainLine(quote.exact)}” ${sourceLine(article)}`),
];
