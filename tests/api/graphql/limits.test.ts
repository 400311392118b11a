import { readFile } from 'node:fs/promises';
import { buildSchema, getIntrospectionQuery, getOperationAST, Kind, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { LIMIT_RULES } from '../../../src/api/graphql/limits/query-limits.ts';
import { nodeCounter } from '../../../src/api/graphql/limits/requested-nodes.ts';

const schema = buildSchema(
  await readFile(new URL('../../../schema/timeline.graphql', import.meta.url), 'utf8'),
);

const refusals = (query: string): readonly string[] =>
  validate(schema, parse(query), [...LIMIT_RULES]).map(({ message }) => message);

const repeat = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Fields of an event, so many levels deep: `mentions { event { mentions { id } } }`. */
const chain = (levels: number, field: 'mentions' | 'event' = 'mentions'): string =>
  levels === 1 ? 'id' : `${field} { ${chain(levels - 1, field === 'event' ? 'mentions' : 'event')} }`;

/** So many fragments that each open the next one twice: in full the last is opened 2^count times. */
const doubling = (count: number): string =>
  `{ event(id: "e") { ...f0 } }
   ${repeat(count, (n) => `fragment f${n} on Event { mentions { event { ...f${n + 1} } } m: mentions { event { ...f${n + 1} } } }`)}
   fragment f${count} on Event { id }`;

describe('depth', () => {
  test('fifteen levels pass', () => {
    expect(refusals(`{ event(id: "e") { ${chain(14)} } }`)).toEqual([]);
  });

  test('sixteen levels are refused', () => {
    expect(refusals(`{ event(id: "e") { ${chain(15)} } }`)).toEqual([
      'the query is 16 levels deep, more than 15',
    ]);
  });

  test('the levels of fragments count, the fragments themselves do not', () => {
    const query = `{ event(id: "e") { ...deep } } fragment deep on Event { ... on Event { ${chain(15)} } }`;
    expect(refusals(query)).toEqual(['the query is 16 levels deep, more than 15']);
  });

  test('the introspection query with everything in it passes', () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
    });
    expect(refusals(query)).toEqual([]);
  });

  test('fragments that open each other in a circle are left to the rule against circles', () => {
    const query = '{ event(id: "e") { ...a } } fragment a on Event { mentions { event { ...a } } }';
    expect(refusals(query)).toEqual([]);
  });

  test('fragments that open each other twice are measured once', () => {
    expect(refusals(doubling(15))).toEqual(['the query is 32 levels deep, more than 15']);
  });
});

describe('width', () => {
  test('thirty aliases pass and one more is refused', () => {
    const aliases = (count: number) => `{ timeline { ${repeat(count, (n) => `r${n}: revision`)} } }`;
    expect(refusals(aliases(30))).toEqual([]);
    expect(refusals(aliases(31))).toEqual(['the query has more than 30 aliases']);
  });

  test('thirty directives pass and one more is refused', () => {
    const directives = (count: number) =>
      `{ timeline { revision ${repeat(count, () => '@include(if: true)')} } }`;
    expect(refusals(directives(30))).toEqual([]);
    expect(refusals(directives(31))).toEqual(['the query has more than 30 directives']);
  });

  test('twenty root fields pass and one more is refused, also when fragments bring them', () => {
    const roots = (count: number) => repeat(count, () => 'timeline { revision }');
    expect(refusals(`{ ${roots(20)} }`)).toEqual([]);
    expect(refusals(`{ ${roots(20)} ...more } fragment more on Query { ${roots(1)} }`)).toEqual([
      'the operation has 21 root fields, more than 20',
    ]);
  });
});

describe('requested nodes', () => {
  const count = (query: string, variables: Record<string, unknown> = {}): number => {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('the query of this test has no operation');
    const fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    return nodeCounter({ schema, operation, fragments })(variables);
  };

  test.each([
    ['what leads to no list counts nothing', '{ timeline { revision } }', 0],
    ['a connection counts the page it asks for', '{ events(first: 7) { edges { node { id } } } }', 7],
    ['backward too', '{ events(last: 7) { edges { node { id } } } }', 7],
    ['a connection that names no size counts twenty', '{ events { edges { node { id } } } }', 20],
    [
      'connections multiply',
      '{ articles(first: 10) { edges { node { events(first: 3) { totalCount } } } } }',
      160,
    ],
    ['ids count one by one', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    [
      'a list of nodes without paging counts five',
      '{ event(id: "e") { mentions { id actors { id } } } }',
      30,
    ],
    ['root fields add up', '{ a: events(first: 1) { totalCount } b: events(first: 2) { totalCount } }', 3],
    ['a negative page counts nothing', '{ events(first: -5) { totalCount } }', 0],
    ['an empty page counts as one entry', '{ events(first: 0) { totalCount } }', 1],
    [
      'a filter adds one for each value and ten for each filter within it',
      '{ events(first: 1, filter: { date: "2021", type: [AGREE, AID], or: [{ text: "a" }, { text: "b" }] }) { totalCount } }',
      1 + 1 + 2 + 11 + 11,
    ],
    ['null in a filter adds nothing', '{ histogram(filter: { actor: null, not: null }) { by } }', 0],
    ['facets count the values of each', '{ facets(size: 7) { facet } }', 7],
    ['facets that name no size count its default', '{ facets { facet } }', 10],
    [
      'a filter within a list is multiplied',
      '{ actors(first: 3) { edges { node { events(first: 0) { totalCount } } } } nodes(ids: ["a", "b"]) { ... on Event { around(filter: { type: [AGREE, AID] }) { event { id } } } } }',
      3 * (1 + 12 + 1) + 2 * (12 + 1 + 1 + 2),
    ],
    [
      'an account that is explained counts twenty',
      '{ event(id: "e") { mentions { explain { anchorBecause } } explain(first: 3) { mentionCount } } }',
      5 * (1 + 20) + 60,
    ],
    [
      'fragments count where they are opened',
      '{ events(first: 2) { edges { node { ...m } } } } fragment m on Event { mentions { id } }',
      12,
    ],
    [
      'inline fragments on a node count by their type',
      '{ node(id: "a") { ... on Actor { events(first: 4) { totalCount } } } }',
      16,
    ],
    ['introspection counts nothing', '{ __schema { types { name } } }', 0],
  ])('%s', (_, query, expected) => {
    expect(count(query)).toBe(expected);
  });

  test('a page size in a variable counts as its value', () => {
    const query = 'query($n: Int) { events(first: $n) { edges { node { id } } } }';
    expect(count(query, { n: 33 })).toBe(33);
  });

  test('a filter counts the values of its variables', () => {
    const query =
      'query ($a: [String!], $b: EventFilter!) { histogram(filter: { actor: $a, and: [$b] }) { by } }';
    expect(count(query, { a: ['x', 'y'], b: { place: ['z'] } })).toBe(2 + 10 + 1);
  });

  test('ids in a variable count one by one', () => {
    expect(count('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(2);
  });

  test('fragments that open each other twice are counted once', () => {
    expect(count(doubling(15))).toBeGreaterThan(10 ** 14);
  });
});
