import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copied, type JsonShape, shaped } from '../../src/domain/query/json-shape.ts';
import { compileProjection } from '../../src/store/documents/project-json.ts';

const project = (value: unknown, shape: JsonShape): string => compileProjection(shape)(JSON.stringify(value));

describe('a projection of a JSON text', () => {
  test('has the fields of the shape in their order', () => {
    expect(project({ a: 1, b: 'two', c: null }, copied('c', 'a'))).toBe('{"c":null,"a":1}');
  });

  test('copies a value without a shape whole', () => {
    expect(project({ a: [{ b: [1, 2] }], c: 3 }, copied('a'))).toBe('{"a":[{"b":[1,2]}]}');
  });

  test('shapes a list item by item', () => {
    const value = {
      list: [
        { a: 1, b: 2 },
        { b: 4, a: 3 },
      ],
      after: true,
    };
    expect(project(value, [shaped('list', copied('b')), ...copied('after')])).toBe(
      '{"list":[{"b":2},{"b":4}],"after":true}',
    );
  });

  test('has null for a property that is not there, and for one that is null', () => {
    expect(project({ a: null }, [shaped('a', copied('b')), ...copied('c')])).toBe('{"a":null,"c":null}');
  });

  test('gives one property under several names and in several shapes', () => {
    const shape: JsonShape = [
      shaped('a', copied('x')),
      { key: 'again', from: { property: 'a' }, shape: copied('y') },
      { key: 'whole', from: { property: 'a' } },
    ];
    expect(project({ a: { x: 1, y: 2 }, z: 0 }, shape)).toBe(
      '{"a":{"x":1},"again":{"y":2},"whole":{"x":1,"y":2}}',
    );
  });

  test('opens the object itself and says what is the same for all', () => {
    const shape: JsonShape = [
      { key: 'self', from: { itself: true }, shape: copied('name') },
      { key: '__typename', from: { constant: '"Thing"' } },
    ];
    expect(project({ name: 'n', role: 'r' }, shape)).toBe('{"self":{"name":"n"},"__typename":"Thing"}');
  });

  test('takes no quotes, braces or backslashes inside a string for its end', () => {
    const value = { a: '"},{\\', b: '\\"', c: '\\\\', d: 'ok' };
    expect(JSON.parse(project(value, copied('d', 'c', 'b')))).toEqual({ d: 'ok', c: '\\\\', b: '\\"' });
  });

  test('is what picking from the parsed value gives, for any objects one after the other', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd"', 'é\\');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.double({ noDefaultInfinity: true, noNaN: true }),
        fc.constantFrom(null, true, false, '"', '\\', '{[,]}'),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('object'),
      ),
      object: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    }));
    const shape: fc.Arbitrary<JsonShape> = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
      .map((names) => names.flatMap((one) => (one === 'a' ? [shaped(one, copied('b', 'c'))] : copied(one))));
    fc.assert(
      fc.property(fc.array(fc.dictionary(name, value, { maxKeys: 5 })), shape, (objects, wanted) => {
        const run = compileProjection(wanted);
        for (const object of objects)
          expect(JSON.parse(run(JSON.stringify(object)))).toEqual(
            picked(JSON.parse(JSON.stringify(object)), wanted),
          );
      }),
    );
  });
});

/** The same the slow way. */
function picked(value: unknown, shape: JsonShape): unknown {
  if (Array.isArray(value)) return value.map((item) => picked(item, shape));
  if (typeof value !== 'object' || value === null) return value;
  const properties = new Map(Object.entries(value));
  return Object.fromEntries(
    shape.map(({ key, from, shape: inner }) => {
      const found = 'property' in from ? (properties.get(from.property) ?? null) : value;
      return [key, inner === undefined ? found : picked(found, inner)];
    }),
  );
}
