import { expect, test } from 'vitest';
import { openPlaces } from '../../src/api/http/places.ts';

const take = (clients: readonly (string | undefined)[], count: number): readonly boolean[] => {
  const places = openPlaces(count);
  return clients.map((client) => places.take(client) !== undefined);
};

test('a client has a tenth of the places, and all clients have all', () => {
  expect(take(['a', 'a', 'a', 'b', 'b', 'b'], 20)).toEqual([true, true, false, true, true, false]);
  expect(take(['a', 'a', 'b', 'c'], 2)).toEqual([true, false, true, false]);
});

test('a client without a key may have all places', () => {
  expect(take([undefined, undefined, undefined, undefined], 3)).toEqual([true, true, true, false]);
});

test('a place is freed once, however often that is asked', () => {
  const places = openPlaces(20);
  const [first, second] = [places.take('a'), places.take('a')];
  first?.();
  first?.();
  expect([places.take('a'), places.take('a')]).toEqual([expect.any(Function), undefined]);
  second?.();
  expect(places.take('a')).toBeDefined();
});
