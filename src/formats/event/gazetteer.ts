import type { PlaceId } from '../../domain/event/ids.ts';
import type { Place } from '../../domain/event/mention.ts';

/** Decimal degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where the places lie that have a place on the map. */
export interface Gazetteer {
  /** Who says so, for people. */
  readonly source: string;
  readonly coordinates: ReadonlyMap<PlaceId, Coordinates>;
}

/** For formats that have no map. */
export const NO_GAZETTEER: Gazetteer = { source: '', coordinates: new Map() };

/** Those of the places that can be put on a map, in their order. */
export const located = (
  places: readonly Place[],
  { coordinates }: Gazetteer,
): readonly (Place & Coordinates)[] =>
  places.flatMap((place) => {
    const found = coordinates.get(place.id);
    return found === undefined ? [] : [{ ...place, ...found }];
  });
