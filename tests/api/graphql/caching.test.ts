import { readFile } from 'node:fs/promises';
import { buildSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OF_TODAY } from '../../../src/api/graphql/http/send-copy.ts';
import { dayEvent, saveChange } from '../rest/stored-events.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { saveAccounts } from './stored-accounts.ts';

let client: GraphqlClient;
/** How often texts were read: 304 and kept answers read none. */
let reads = 0;

beforeAll(async () => {
  client = await openGraphql({
    responseCacheBytes: 100_000,
    laidOver: (timeline) => ({
      listEvents: (query) => {
        reads += 1;
        return timeline.listEvents(query);
      },
      asJson: (shape) => {
        const texts = timeline.asJson(shape);
        return {
          ...texts,
          listEvents: (query) => {
            reads += 1;
            return texts.listEvents(query);
          },
        };
      },
    }),
  });
  await saveAccounts(client.store);
});

afterAll(() => client.close());

const LIST = '{ events(first: 2) { edges { node { id } } } }';

const get = (query: string, headers = {}, variables?: string) =>
  client.app.inject({
    method: 'GET',
    url: '/graphql',
    query: { query, ...(variables !== undefined && { variables }) },
    headers,
  });

const tagOf = async (query: string, headers = {}, variables?: string): Promise<unknown> =>
  (await get(query, headers, variables)).headers['etag'];

describe('a query by GET', () => {
  test('has a strong entity tag, may be kept for a minute, and is answered 304 before it runs', async () => {
    const { headers } = await get(LIST);
    expect(headers['etag']).toMatch(/^"2-[\w-]{27}"$/);
    expect(headers['dateline-revision']).toBe('2');
    expect(headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=300');
    const before = reads;
    const again = await get(LIST, { 'if-none-match': headers['etag'] });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', headers['etag']]);
    expect(again.headers['vary']).toBe(headers['vary']);
    expect(reads).toBe(before);
  });

  test('has one tag however it is spelled, and another for other variables and media types', async () => {
    const query =
      'query ($n: Int, $filter: EventFilter) { events(first: $n, filter: $filter) { edges { cursor } } }';
    const tag = await tagOf(query, {}, '{"n":2,"filter":{"from":"2021-01-01","to":"2022-01-01"}}');
    const spelled = `# the first two\n${query.replaceAll(' ', '\n  ')}`;
    expect(await tagOf(spelled, {}, '{"filter":{"to":"2022-01-01","from":"2021-01-01"},"n":2}')).toBe(tag);
    expect(await tagOf(query, {}, '{"n":1}')).not.toBe(tag);
    expect(await tagOf(LIST, { accept: 'application/graphql-response+json' })).not.toBe(await tagOf(LIST));
  });

  test('that asks what day it is may be kept for as long as no day ends anywhere', async () => {
    const { headers } = await get('{ onThisDate { edges { node { id } } } }');
    expect(headers['cache-control']).toMatch(/^public, max-age=([1-9]\d?|[1-8]\d\d|900)$/);
  });

  test.each([
    ['errors', '{ events(first: 1000) { edges { cursor } } }', {}],
    ['a refusal', '{ nothing }', {}],
    ['no GraphQL', '{ "', {}],
  ])('has no tag where its answer is %s', async (_, query, headers) => {
    for (const _time of [1, 2]) {
      const answer = await get(query, headers);
      expect(answer.json().errors).toBeDefined();
      expect([answer.headers['etag'], answer.headers['cache-control']]).toEqual([undefined, 'no-store']);
    }
  });

  test('has no tag where its sender says who it is', async () => {
    const { headers } = await get(LIST, { authorization: 'Bearer nobody' });
    expect([headers['etag'], headers['cache-control']]).toEqual([undefined, undefined]);
  });

  test('is answered from memory when it comes again, and runs again when the timeline has changed', async () => {
    const query = '{ events(first: 3) { edges { node { id title } } } }';
    const first = await get(query);
    const before = reads;
    const second = await get(query);
    expect([second.body, second.statusCode, reads]).toEqual([first.body, 200, before]);
    const { 'x-request-id': _one, ...headers } = first.headers;
    expect(second.headers).toMatchObject(headers);
    await saveChange(client.store, { events: [dayEvent('later', '2021-12-24')] });
    const third = await get(query);
    expect(third.headers['etag']).not.toBe(first.headers['etag']);
    expect(reads).toBe(before + 1);
  });

  test('asked at another host has an answer of its own', async () => {
    const query = '{ events(first: 1) { edges { cursor } } }';
    const tags = await Promise.all(['one.example', 'two.example'].map((host) => tagOf(query, { host })));
    expect(new Set(tags).size).toBe(2);
  });

  test('every field that looks up a day in a time zone is known to change with the day', async () => {
    const schema = buildSchema(
      await readFile(new URL('../../../schema/timeline.graphql', import.meta.url), 'utf8'),
    );
    const zoned = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()))
      .filter(({ args }) => args.some(({ name }) => name === 'tz'));
    expect(zoned.map(({ name }) => name).filter((name) => !OF_TODAY.test(name))).toEqual([]);
    expect(zoned.length).toBeGreaterThan(2);
  });
});
