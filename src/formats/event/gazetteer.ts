import type { PlaceId } from '../../domain/event/ids.ts';
import type { Place } from '../../domain/event/mention.ts';

/** Decimal degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** The coordinates of places; a place without coordinates is on no map. */
export interface Gazetteer {
  /** The origin of the coordinates, for people. */
  readonly source: string;
  readonly coordinates: ReadonlyMap<PlaceId, Coordinates>;
}

/** For formats that have no map. */
export const NO_GAZETTEER: Gazetteer = { source: '', coordinates: new Map() };

/** The places that have coordinates, in their order. */
export const located = (
  places: readonly Place[],
  { coordinates }: Gazetteer,
): readonly (Place & Coordinates)[] =>
  places.flatMap((place) => {
    const found = coordinates.get(place.id);
    return found === undefined ? [] : [{ ...place, ...found }];
  });
