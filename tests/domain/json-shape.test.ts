import { expect, test } from 'vitest';
import { copied, isPartOf, type JsonShape, shaped } from '../../src/domain/query/json-shape.ts';

const GIVEN: JsonShape = [...copied('id', 'date'), shaped('quote', copied('exact'))];

test.each<[string, JsonShape, boolean]>([
  ['what is there', copied('id'), true],
  ['what is not there', copied('id', 'title'), false],
  ['a part of what is there whole', [shaped('date', copied('edtf'))], true],
  ['a part that is there', [shaped('quote', copied('exact'))], true],
  ['a part that was left out', [shaped('quote', copied('prefix'))], false],
  ['the whole of what is there in part', copied('quote'), false],
  ['a constant', [{ key: '__typename', from: { constant: '"Event"' } }], true],
  ['a part of the object itself', [{ key: 'again', from: { itself: true }, shape: copied('title') }], false],
])('an object that has some fields has %s: %j is %s', (_, asked, expected) => {
  expect(isPartOf(asked, GIVEN)).toBe(expected);
});
