import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualOrLong } from '../support/usual-or-long.ts';
import { anyEvents } from './any-events.ts';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';
import { saveChange } from './rest/stored-events.ts';

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql();
  await saveChange(client.store, { events: anyEvents(80) });
});
afterAll(() => client.close());

const get = async (url: string): Promise<unknown> => (await client.app.inject(url)).json();

/** How many events a link leads to, all of its pages together. */
async function countBehind(href: string): Promise<number> {
  const { events } = (await get(href.replace('/v1/events', '/v1/events.json'))) as { events: object[] };
  return events.length;
}

const RANGES = [
  '',
  'from=2021-12-15',
  'to=2021-12-15',
  'from=2021-12-10&to=2021-12-22',
  'date=2021-12-21',
  'date=2021-11-20/..',
  'from=2022-01-05&to=2022-01-05',
];
const ranges = fc.constantFrom(...RANGES);
const others = fc.subarray(
  ['actor=Russia', 'type=AID', 'precision=DAY', 'minConfidence=0.5', 'text=minister'],
  {
    maxLength: 2,
  },
);
const filters = fc
  .tuple(ranges, others)
  .map(([range, rest]) => [range, ...rest].filter((each) => each !== ''));

interface Bucket {
  readonly certain: number;
  readonly possible: number;
  readonly href: string;
}

describe('the link of', () => {
  test('a bucket finds its certain and possible events, whatever the filter', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom('WEEK', 'MONTH', 'QUARTER', 'YEAR'), async (filter, by) => {
        const { buckets } = (await get(`/v1/histogram?${[...filter, `by=${by}`].join('&')}`)) as {
          buckets: Bucket[];
        };
        for (const { certain, possible, href } of buckets)
          expect(await countBehind(href), href).toBe(certain + possible);
      }),
      { numRuns: usualOrLong(12, 40) },
    );
  });

  test('a value of a facet finds as many events as it says, whatever the filter', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { facets } = (await get(`/v1/facets?${filter.join('&')}`)) as {
          facets: { values: { count: number; href: string }[] }[];
        };
        for (const { count, href } of facets.flatMap(({ values }) => values))
          expect(await countBehind(href), href).toBe(count);
      }),
      { numRuns: usualOrLong(12, 40) },
    );
  });
});

test.each(['WITHIN', 'STARTS'])(
  'buckets under a range that must hold events (%s) have no link',
  async (match) => {
    const filter = `from=2021-12-10&to=2021-12-22&match=${match}`;
    const { buckets } = (await get(`/v1/histogram?${filter}`)) as { buckets: { href: null }[] };
    expect(buckets.map(({ href }) => href)).toEqual([null]);
    const query = `{ histogram(filter: { from: "2021-12-10", to: "2021-12-22", match: ${match} }) { buckets { href } } }`;
    expect(await client.ask(query)).toEqual({ data: { histogram: { buckets: [{ href: null }] } } });
  },
);
