import { seededRandom } from '../../bench/random.ts';

/** `count` of the items, each at most once, in their own order. The same seed, which must not be 0, draws the same places. */
export function draw<T>(items: readonly T[], count: number, seed: number): readonly T[] {
  const random = seededRandom(seed);
  const places = items.map((_, place) => place);
  for (let drawn = 0; drawn < Math.min(count, places.length); drawn += 1) {
    const other = drawn + random(places.length - drawn);
    [places[drawn], places[other]] = [places[other] ?? drawn, places[drawn] ?? other];
  }
  const chosen = new Set(places.slice(0, count));
  return items.filter((_, place) => chosen.has(place));
}
