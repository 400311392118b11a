import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvents, saveChange } from './stored-events.ts';

const COUNT = 57;

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await saveChange(rest.store, { events: dayEvents(COUNT) });
});

afterAll(() => rest.close());

interface Step {
  readonly ids: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

async function step(url: string): Promise<Step> {
  const response = await rest.request(url);
  const header = String(response.headers['link']);
  const links = [...header.matchAll(/<([^>]+)>; rel="([^"]+)"/g)].map(([, href, rel]) => [rel, href]);
  const { events } = response.json() as { events: { id: string }[] };
  return { ids: events.map(({ id }) => id), links: Object.fromEntries(links) };
}

/** The pages from a URL on, as far as the links of one relation lead. */
async function walk(url: string, rel: 'next' | 'prev'): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  for (let next: string | undefined = url; next !== undefined; ) {
    const { ids, links }: Step = await step(next);
    pages.push(ids);
    next = links[rel];
  }
  return pages;
}

async function lastUrl(url: string): Promise<string> {
  const next = (await step(url)).links['next'];
  return next === undefined ? url : lastUrl(next);
}

const paths = fc.constantFrom('/v1/events', '/v1/timeline.json');
const orders = fc.constantFrom('date', '-date', 'recorded');
const selections = fc.constantFrom('', '&from=2020-01-10', '&from=2020-01-10&to=2020-02-01&type=STATEMENT');
const limits = fc.integer({ min: 4, max: 100 });

test('following next from the first page gives every event of the selection once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(paths, orders, selections, limits, async (path, order, selection, limit) => {
      const whole = (await step(`/v1/timeline.json?order=${order}${selection}`)).ids;
      const pages = await walk(`${path}?limit=${limit}&order=${order}${selection}`, 'next');
      expect(pages.flat()).toEqual(whole);
    }),
    { numRuns: usualOrLong(10, 30) },
  );
});

test('following prev from the last page gives the same events on the way back', async () => {
  await fc.assert(
    fc.asyncProperty(paths, orders, selections, limits, async (path, order, selection, limit) => {
      const first = `${path}?limit=${limit}&order=${order}${selection}`;
      const back = await walk(await lastUrl(first), 'prev');
      expect(back.toReversed().flat()).toEqual((await walk(first, 'next')).flat());
    }),
    { numRuns: usualOrLong(10, 30) },
  );
});

test('a page links to its neighbours, the whole selection and the description of the service', async () => {
  const { links } = await step('/v1/events?limit=10&type=STATEMENT');
  const second = await step(links['next'] ?? '');
  expect(second.links).toEqual({
    first: '/v1/events?limit=10&type=STATEMENT',
    prev: expect.stringMatching(/^\/v1\/events\?before=[^&]+&limit=10&type=STATEMENT$/),
    next: expect.stringMatching(/^\/v1\/events\?after=[^&]+&limit=10&type=STATEMENT$/),
    alternate: '/v1/events.md?type=STATEMENT',
    'service-desc': '/openapi.json',
  });
});

test('a page has twenty events where no limit is given', async () => {
  expect((await step('/v1/events')).ids).toHaveLength(20);
});

test('a cursor of another order is refused', async () => {
  const { links } = await step('/v1/events?limit=10');
  const response = await rest.request(`${links['next']}&order=-date`);
  expect([response.statusCode, response.json().code]).toEqual([400, 'BAD_CURSOR']);
});
