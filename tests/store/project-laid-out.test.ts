import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copied, type JsonShape, shaped } from '../../src/domain/query/json-shape.ts';
import { layoutOf } from '../../src/store/documents/json-layout.ts';
import { compileProjection } from '../../src/store/documents/project-json.ts';
import { compileLaidOutProjection } from '../../src/store/documents/project-laid-out.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

/** `b` and `d` lie at more than one depth, so that they are not always found by a search. */
const LAYOUT: JsonShape = [
  ...copied('a'),
  shaped('b', copied('c', 'd')),
  shaped('e', [...copied('f', 'b'), shaped('g', copied('d', 'h'))]),
  ...copied('d', 'i'),
  shaped('j', copied('f', 'h')),
];

const project = (value: object, shape: JsonShape): string | undefined =>
  compileLaidOutProjection(shape, layoutOf(LAYOUT))?.(compileProjection(LAYOUT)(JSON.stringify(value)));

const anyLeaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.constantFrom(null, true, '', '"', '\\', ',"d":', '","b":', '\\",\\"i\\":', '},{"f":', ']}', 'a,'),
);

/** Anything that can lie at the place of a shape: its object, some of them, or nothing. */
const anyObject = (shape: JsonShape): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      shape.map((field) => [
        field.key,
        field.shape === undefined
          ? anyLeaf
          : fc.oneof(anyObject(field.shape), anyList(field.shape), fc.constant(null)),
      ]),
    ),
    { requiredKeys: [] },
  );
const anyList = (shape: JsonShape) => fc.array(anyObject(shape), { maxLength: 3 });

/** Some fields of a shape, in any order, some under other names, with what is the same for all. */
const anyPart = (shape: JsonShape): fc.Arbitrary<JsonShape> =>
  fc
    .shuffledSubarray([...shape])
    .chain((fields) =>
      fc.tuple(
        fc.boolean(),
        ...fields.map((field) =>
          fc.record({
            key: fc.constantFrom(field.key, `${field.key}2`),
            from: fc.constant({ property: field.key }),
            ...(field.shape && { shape: anyPart(field.shape) }),
          }),
        ),
      ),
    )
    .map(([hasConstant, ...fields]) =>
      hasConstant ? [...fields, { key: '__typename', from: { constant: '"Thing"' } }] : fields,
    );

describe('a projection of a JSON text of known layout', () => {
  test('is what the projection of it gives, whatever it holds and whatever is asked for', () => {
    fc.assert(
      fc.property(anyObject(LAYOUT), anyPart(LAYOUT), (value, shape) => {
        const text = compileProjection(LAYOUT)(JSON.stringify(value));
        expect(compileLaidOutProjection(shape, layoutOf(LAYOUT))?.(text)).toBe(
          compileProjection(shape)(text),
        );
      }),
      { numRuns: usualOrLong(1000, 3000) },
    );
  });

  test('copies fields that lie side by side in one piece, and others under their own names', () => {
    const value = { a: 1, b: { c: 2, d: 3 }, d: '4', i: [5] };
    expect(project(value, copied('d', 'i', 'a'))).toBe('{"d":"4","i":[5],"a":1}');
    expect(project(value, [{ key: 'first', from: { property: 'i' } }, shaped('b', copied('d'))])).toBe(
      '{"first":[5],"b":{"d":3}}',
    );
  });

  test.each<[string, JsonShape]>([
    ['that takes one property twice', [...copied('a'), { key: 'again', from: { property: 'a' } }]],
    ['of an object itself', [{ key: 'self', from: { itself: true }, shape: copied('a') }]],
    ['of something that the layout does not have', copied('z')],
    ['of fields of what is no object', [shaped('a', copied('b'))]],
  ])('is not made of a shape %s', (_, shape) => {
    expect(compileLaidOutProjection(shape, layoutOf(LAYOUT))).toBeUndefined();
  });

  test('is refused where a text is not laid out as stated', () => {
    expect(() => compileLaidOutProjection(copied('i'), layoutOf(LAYOUT))?.('{"a":1,"b":null}')).toThrow(
      'a stored document is not laid out as stated: ,"i": is missing',
    );
  });
});
