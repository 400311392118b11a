import type { ArticleSummary } from '../../domain/event/article.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import { articleDataUrl, eventDataUrl, eventUrl } from '../event/addresses.ts';
import { located } from '../event/gazetteer.ts';
import { sourcesOf } from '../event/sources.ts';
import { annotationOf } from './annotation.ts';
import { type EventFormat, type ExportSetting, KEEPS_ALL, type TextOf } from './event-format.ts';
import { jsonListWriter } from './json-list.ts';

/** The context stands in the document, so that a reader need not fetch it. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  url: { '@type': '@id' },
  eventStatus: { '@type': '@id' },
  startDate: { '@type': 'Date' },
  endDate: { '@type': 'Date' },
  datePublished: { '@type': 'Date' },
};

/**
 * JSON-LD 1.1 with schema.org's Event and NewsArticle; each mention is a Web Annotation. A date of DAY precision is a
 * `startDate`. Any other date is a `temporalCoverage`, an EDTF expression.
 */
export const JSON_LD: EventFormat = {
  ...KEEPS_ALL,
  mediaType: 'application/ld+json; charset=utf-8',
  needsTexts: true,
  open: (setting) =>
    jsonListWriter({
      before: { '@context': CONTEXT },
      list: '@graph',
      entry: (event, textOf) => eventLd(event, setting, textOf),
    }),
};

function eventLd(event: TimelineEvent, { origin, gazetteer }: ExportSetting, textOf: TextOf) {
  const { id, revision, title, date, type, actors, places, modality, mentions } = event;
  const points = new Map(located(places, gazetteer).map((place) => [place.id, place]));
  const self = eventDataUrl(origin, id);
  return {
    '@type': 'Event',
    '@id': self,
    identifier: id,
    version: revision,
    name: title,
    url: eventUrl(origin, id),
    ...(date.precision === 'DAY' && date.role !== 'PUBLISHED'
      ? { startDate: date.earliest, endDate: date.latest }
      : { temporalCoverage: date.edtf }),
    ...(modality === 'PLANNED' && { eventStatus: 'https://schema.org/EventScheduled' }),
    keywords: [type, modality],
    about: actors.map(({ id: actor, name }) => ({ '@type': 'Thing', identifier: actor, name })),
    location: places.map(({ id: place, name }) => {
      const point = points.get(place);
      const geo =
        point === undefined
          ? {}
          : { geo: { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude } };
      return { '@type': 'Place', identifier: place, name, ...geo };
    }),
    subjectOf: [
      ...sourcesOf(event).map((article) => articleLd(article, origin)),
      ...mentions.map((mention) => annotationOf(mention, { origin, event: self, textOf })),
    ],
  };
}

/** The `@id` is the article's address in the timeline. */
const articleLd = ({ id, title, publisher, url, publishedOn }: ArticleSummary, origin: string) => ({
  '@type': 'NewsArticle',
  '@id': articleDataUrl(origin, id),
  ...(title !== null && { headline: title }),
  ...(publisher !== null && { publisher: { '@type': 'Organization', name: publisher } }),
  ...(publishedOn !== null && { datePublished: publishedOn }),
  ...(url !== null && { url }),
});
