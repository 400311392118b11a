import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { dayEvents, saveChange } from '../rest/stored-events.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';

const COUNT = 23;

interface EventPage {
  readonly edges: readonly { readonly node: { readonly id: string }; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = 'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const QUERY = `query($first: Int, $after: String, $last: Int, $before: String, $order: EventOrder!) {
  events(first: $first, after: $after, last: $last, before: $before, orderBy: $order) { ${PAGE} }
}`;

let client: GraphqlClient;
let whole: readonly string[];

beforeAll(async () => {
  client = await openGraphql();
  await saveChange(client.store, { events: dayEvents(COUNT) });
  whole = dayEvents(COUNT).map(({ id }) => id);
});

afterAll(() => client.close());

async function page(variables: Readonly<Record<string, unknown>>): Promise<EventPage> {
  const { data } = await client.ask(QUERY, { order: 'DATE', ...variables });
  return (data as { events: EventPage }).events;
}

const idsOf = ({ edges }: EventPage): readonly string[] => edges.map(({ node }) => node.id);

async function walkForward(
  size: number,
  order: string,
  after: string | null = null,
): Promise<readonly string[]> {
  const found = await page({ first: size, after, order });
  if (!found.pageInfo.hasNextPage) return idsOf(found);
  return [...idsOf(found), ...(await walkForward(size, order, found.pageInfo.endCursor))];
}

async function walkBackward(
  size: number,
  order: string,
  before: string | null = null,
): Promise<readonly string[]> {
  const found = await page({ last: size, before, order });
  if (!found.pageInfo.hasPreviousPage) return idsOf(found);
  return [...(await walkBackward(size, order, found.pageInfo.startCursor)), ...idsOf(found)];
}

const orders = fc.constantFrom('DATE', 'DATE_DESC', 'RECORDED');

test('walking forward or backward with any page size gives the whole list once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: COUNT + 2 }), orders, async (size, order) => {
      const expected = order === 'DATE_DESC' ? whole.toReversed() : whole;
      expect(await walkForward(size, order)).toEqual(expected);
      expect(await walkBackward(size, order)).toEqual(expected);
    }),
    { numRuns: usualOrLong(10, 25) },
  );
});

test('the cursor of every edge leads behind it and in front of it', async () => {
  const { edges } = await page({ first: COUNT });
  for (const [index, { cursor }] of edges.entries()) {
    expect(idsOf(await page({ first: 1, after: cursor }))).toEqual(whole.slice(index + 1, index + 2));
    expect(idsOf(await page({ last: 1, before: cursor }))).toEqual(
      whole.slice(Math.max(0, index - 1), index),
    );
  }
});

test('an empty page has no cursors', async () => {
  expect(await page({ first: 0 })).toMatchObject({
    edges: [],
    pageInfo: { startCursor: null, endCursor: null },
  });
});

test('twenty events come where no size is given', async () => {
  expect(idsOf(await page({}))).toEqual(whole.slice(0, 20));
});

const refusals: readonly (readonly [Readonly<Record<string, unknown>>, string, string])[] = [
  [{ first: 101 }, 'BAD_PAGE', 'first is 101, not a whole number from 0 to 100'],
  [{ first: -1 }, 'BAD_PAGE', 'first is -1, not a whole number from 0 to 100'],
  [{ last: 101 }, 'BAD_PAGE', 'last is 101, not a whole number from 0 to 100'],
  [{ first: 1, last: 1 }, 'BAD_PAGE', 'first and after walk forward, last and before backward: not both'],
  [{ after: 'nonsense' }, 'BAD_CURSOR', '"nonsense" is not a cursor of this list with this filter and order'],
];

test.each(refusals)('%j is refused as %s', async (variables, code, message) => {
  const { data, errors } = await client.ask(QUERY, { order: 'DATE', ...variables });
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message, path: ['events'], extensions: { code } }]);
});

test('a cursor of one order is none of another', async () => {
  const { pageInfo } = await page({ first: 1 });
  const { errors } = await client.ask(QUERY, { first: 1, after: pageInfo.endCursor, order: 'RECORDED' });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
});

test('more than a hundred ids are refused', async () => {
  const ids = Array.from({ length: 101 }, (_, index) => `evt_${index}`);
  const { errors } = await client.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(errors).toMatchObject([
    { message: '101 ids are asked for, more than 100', extensions: { code: 'BAD_PAGE' } },
  ]);
});
