import { readFile } from 'node:fs/promises';
import { placeId } from '../domain/event/ids.ts';
import type { Gazetteer } from '../formats/event/gazetteer.ts';
import { extendPlaces, type NamesFile } from '../ingestion/lexicon/extend-names.ts';
import { PlacesFileSchema, requireShape } from '../ingestion/lexicon/lexicon-schema.ts';
import { packagePath } from '../package-files.ts';

const PLACES_FILE = packagePath('seeds', 'data', 'places.json');

/** The coordinates of the bundled places and of a user's own places. */
export async function readGazetteer(names: NamesFile = {}): Promise<Gazetteer> {
  const content: unknown = JSON.parse(await readFile(PLACES_FILE, 'utf8'));
  const { source, places } = requireShape(PlacesFileSchema, content, 'places.json');
  const entries = extendPlaces(places, names.places);
  return {
    source,
    coordinates: new Map(
      entries.map(({ id, latitude, longitude }) => [placeId(`plc_${id}`), { latitude, longitude }]),
    ),
  };
}
