import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventUrl } from '../event/addresses.ts';
import { type Coordinates, located } from '../event/gazetteer.ts';
import { sourceLine, sourcesOf } from '../event/sources.ts';
import type { EventFormat, ExportSetting } from './event-format.ts';
import { omittedLine } from './event-format.ts';
import { jsonListWriter } from './json-list.ts';

/** GeoJSON (RFC 7946): a feature for each event with a place on the map. Foreign members count the events left out. */
export const GEOJSON: EventFormat = {
  mediaType: 'application/geo+json; charset=utf-8',
  omission: 'withoutCoordinates',
  needsSurvey: true,
  needsTexts: false,
  fields: null,
  omits: ({ places }, { gazetteer }) => located(places, gazetteer).length === 0,
  open: (setting, { omitted }) =>
    jsonListWriter({
      before: {
        type: 'FeatureCollection',
        name: setting.record.name,
        coordinatesSource: setting.gazetteer.source,
        omittedWithoutCoordinates: omitted,
        omitted: omittedLine('withoutCoordinates', omitted) ?? undefined,
      },
      list: 'features',
      entry: (event) => featureOf(event, setting),
    }),
};

/** Longitude comes first (section 3.1.1). */
const positionOf = ({ longitude, latitude }: Coordinates): readonly number[] => [longitude, latitude];

function featureOf(event: TimelineEvent, { origin, gazetteer }: ExportSetting) {
  const { id, revision, title, date, type, modality, actors, places, confidence, sourceCount } = event;
  const points = located(places, gazetteer);
  const [only, ...others] = points.map(positionOf);
  return {
    type: 'Feature',
    id,
    geometry:
      others.length === 0
        ? { type: 'Point', coordinates: only }
        : { type: 'MultiPoint', coordinates: points.map(positionOf) },
    properties: {
      title,
      url: eventUrl(origin, id),
      revision,
      ...date,
      type,
      modality,
      actors: actors.map(({ name }) => name),
      places: points.map(({ name }) => name),
      confidence,
      sourceCount,
      sources: sourcesOf(event).map(sourceLine),
    },
  };
}
