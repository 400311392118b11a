import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createPersistedQueries,
  listedQueries,
} from '../../../src/api/graphql/execution/persisted-queries.ts';
import { readQueryList } from '../../../src/startup/read-user-files.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { openSocket } from './socket-client.ts';

const GRAPHQL_RESPONSE = { accept: 'application/graphql-response+json' };

const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex');
const naming = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });

const NOT_FOUND = {
  errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
};

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql();
});
afterAll(() => client.close());

describe('a query named by its hash', () => {
  test('is asked for, sent once, and known from then on, by POST and by GET', async () => {
    const query = 'query Known($id: ID!) { event(id: $id) { title } }';
    const extensions = naming(hashOf(query));
    const variables = { id: 'evt_none' };
    const expected = { data: { event: null }, extensions: { cost: { price: 0, limit: 10_000 } } };
    expect((await client.post({ extensions, variables })).json()).toEqual(NOT_FOUND);
    expect((await client.post({ query, extensions, variables })).json()).toEqual(expected);
    expect((await client.post({ extensions, variables })).json()).toEqual(expected);
    const search = new URLSearchParams({
      extensions: JSON.stringify(extensions),
      variables: JSON.stringify(variables),
    });
    expect((await client.app.inject(`/graphql?${search}`)).json()).toEqual(expected);
  });

  test('has the status of a refused query while it is not known', async () => {
    const body = { extensions: naming(hashOf('never sent')) };
    expect((await client.post(body)).statusCode).toBe(200);
    const refused = await client.post(body, GRAPHQL_RESPONSE);
    expect([refused.statusCode, refused.json()]).toEqual([400, NOT_FOUND]);
  });

  test.each(['{ nothing }', '{', 'mutation { nothing }'])(
    'is not kept where it is refused: %s',
    async (query) => {
      const extensions = naming(hashOf(query));
      expect((await client.post({ query, extensions })).json().data).toBeUndefined();
      expect((await client.post({ extensions })).json()).toEqual(NOT_FOUND);
    },
  );

  test.each([
    [naming(hashOf('another')), 'provided sha does not match query'],
    [{ persistedQuery: { version: 2, sha256Hash: 'a' } }, 'Unsupported persisted query version'],
    [{ persistedQuery: 'a' }, 'Unsupported persisted query version'],
    [{ persistedQuery: { version: 1 } }, 'the extension persistedQuery has no sha256Hash'],
  ])('is refused with the extensions %j', async (extensions, message) => {
    const response = await client.post({ query: '{ __typename }', extensions });
    expect([response.statusCode, response.json()]).toEqual([
      400,
      { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });
});

test('a subscription is named by its hash too', async () => {
  const query = 'subscription { changes { revision } }';
  const socket = await openSocket(await client.app.listen({ port: 0, host: '127.0.0.1' }));
  socket.send({ type: 'connection_init' });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  socket.send({ type: 'subscribe', id: 'one', payload: { extensions: naming(hashOf(query)) } });
  expect(await socket.next()).toEqual({ type: 'error', id: 'one', payload: NOT_FOUND.errors });
  socket.close();
});

describe('what is kept is bounded', () => {
  const sent = (query: string) => ({ query, hash: hashOf(query), operationName: undefined, variables: {} });
  const named = (query: string) => ({ ...sent(query), query: undefined });

  test.each([
    ['a thousand queries', (index: number) => `{ a${index} }`, 1001],
    ['two megabytes', (index: number) => `{ a${index} ${' '.repeat(64_000)}}`, 33],
  ])('by %s, the one asked for longest ago going first', (_, queryAt, count) => {
    const persisted = createPersistedQueries();
    for (let index = 0; index < count; index += 1) {
      persisted.keep(sent(queryAt(index)));
      persisted.complete(named(queryAt(0)));
    }
    expect(persisted.complete(named(queryAt(0))).query).toBe(queryAt(0));
    expect(() => persisted.complete(named(queryAt(1)))).toThrow('PersistedQueryNotFound');
    expect(persisted.complete(named(queryAt(2))).query).toBe(queryAt(2));
  });
});

describe('a server with a list of queries', () => {
  let listed: GraphqlClient;

  beforeAll(async () => {
    listed = await openGraphql({ queryList: new Map([['revision', '{ timeline { revision } }']]) });
  });
  afterAll(() => listed.close());

  test('answers these, by their ids and in their own words', async () => {
    for (const body of [{ extensions: naming('revision') }, { query: '{ timeline { revision } }' }])
      expect((await listed.post(body)).json()).toMatchObject({ data: { timeline: { revision: 0 } } });
  });

  test('answers no other', async () => {
    const query = '{ timeline { name } }';
    const response = await listed.post({ query, extensions: naming(hashOf(query)) });
    expect([response.statusCode, response.json()]).toEqual([
      403,
      {
        errors: [
          {
            message: 'this server answers none but the queries of its list',
            extensions: { code: 'QUERY_NOT_LISTED' },
          },
        ],
      },
    ]);
    expect(() =>
      listedQueries(new Map()).complete({
        query: undefined,
        hash: 'a',
        operationName: undefined,
        variables: {},
      }),
    ).toThrow('PersistedQueryNotFound');
  });
});

describe('the file of a list', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-queries-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (text: string) => {
    const path = join(folder, 'queries.json');
    await writeFile(path, text);
    return readQueryList(path);
  };

  test('is an object of queries by their ids', async () => {
    expect(await read('{ "a": "{ __typename }" }')).toEqual(new Map([['a', '{ __typename }']]));
    expect(await readQueryList(null)).toBeNull();
  });

  test.each([
    ['{', 'cannot be read as JSON'],
    ['{}', 'is not an object of queries by their ids'],
    ['["{ __typename }"]', 'is not an object of queries by their ids'],
    ['{ "a": 1, "b": "{ __typename }" }', 'is not an object of queries by their ids'],
  ])('%s is refused', async (text, reason) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message: expect.stringContaining(reason),
    });
  });

  test('is refused where it is missing', async () => {
    await expect(readQueryList(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'BAD_CONFIG' });
  });
});
