import { readFile } from 'node:fs/promises';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  printSchema,
} from 'graphql';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';

const GRAPHQL_RESPONSE = 'application/graphql-response+json';

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql();
});

afterAll(() => client.close());

test('every audit of graphql-http passes', async () => {
  const origin = await client.app.listen({ host: '127.0.0.1', port: 0 });
  const results = await auditServer({ url: `${origin}/graphql` });
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(results).toHaveLength(61);
});

test('introspection gives the contract, word for word', async () => {
  const sdl = await readFile(new URL('../../../schema/timeline.graphql', import.meta.url), 'utf8');
  const { data } = await client.ask(
    getIntrospectionQuery({ specifiedByUrl: true, schemaDescription: true, inputValueDeprecation: true }),
  );
  const served = buildClientSchema(data as unknown as IntrospectionQuery);
  expect(printSchema(served)).toBe(printSchema(buildSchema(sdl)));
});

describe('requests', () => {
  const get = (search: Readonly<Record<string, string>>) =>
    client.app.inject({
      url: `/graphql?${new URLSearchParams(search)}`,
      headers: { accept: GRAPHQL_RESPONSE },
    });

  test('a query may be sent by GET, with its variables', async () => {
    const response = await get({
      query: 'query A { timeline { revision } } query B($id: ID!) { event(id: $id) { id } }',
      operationName: 'B',
      variables: '{"id":"evt_none"}',
    });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe(`${GRAPHQL_RESPONSE}; charset=utf-8`);
    expect(response.json()).toEqual({
      data: { event: null },
      extensions: { cost: { price: 0, limit: 10_000 } },
    });
  });

  test('an operation that the document does not have is refused', async () => {
    const response = await get({ query: 'query A { timeline { revision } }', operationName: 'B' });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({
      errors: [{ message: 'Unknown operation named "B".', extensions: { code: 'BAD_QUERY' } }],
    });
  });

  test('a mutation by GET is refused, and POST named', async () => {
    const response = await get({ query: 'mutation { __typename }' });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe('POST');
  });

  test.each([
    ['no JSON', 'application/json', '{', 400, 'BAD_REQUEST'],
    ['nothing', 'application/json', '', 400, 'BAD_REQUEST'],
    ['a list of queries', 'application/json', '[{"query":"{ timeline { revision } }"}]', 400, 'BAD_REQUEST'],
    [
      'a form',
      'application/x-www-form-urlencoded',
      'query={timeline{revision}}',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['plain text', 'text/plain', '{"query":"{ timeline { revision } }"}', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['65 KiB', 'application/json', JSON.stringify({ query: ' '.repeat(65 * 1024) }), 413, 'BODY_TOO_LARGE'],
  ])('a body of %s is refused', async (_, type, payload, status, code) => {
    const response = await client.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': type },
      payload,
    });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(response.json()).not.toHaveProperty('data');
  });

  test('answers vary with the Accept header and whatever else the app varies them by', async () => {
    const { headers } = await client.post({ query: '{ __typename }' }, { origin: 'https://example.org' });
    expect(String(headers.vary).split(', ')).toContain('Accept');
  });
});

describe('documents', () => {
  test('two thousand tokens are the most that is parsed', async () => {
    const query = (names: number) =>
      `{ events(filter: { actor: [${'"a" '.repeat(names)}] }) { totalCount } }`;
    expect(await client.ask(query(1980))).toMatchObject({ errors: [{ extensions: { code: 'BAD_FILTER' } }] });
    expect(await client.ask(query(2000))).toMatchObject({ errors: [{ extensions: { code: 'BAD_QUERY' } }] });
  });

  test.each(['5', 'null', '"text"', '[]', '{"kind":"Document"}', '{"kind":"Document","definitions":[]}'])(
    'the JSON %s is no document, though mercurius would read it as a syntax tree',
    async (query) => {
      const { errors } = await client.ask(query);
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^Syntax Error: /), extensions: { code: 'BAD_QUERY' } },
      ]);
    },
  );

  test('introspection in circles is refused', async () => {
    const query = `{ __schema { types ${'{ fields { type '.repeat(5)} { name } ${'} }'.repeat(5)} } }`;
    expect(await client.ask(query)).toMatchObject({
      errors: [{ message: 'Maximum introspection depth exceeded' }],
    });
  });

  test('two mistakes are told at once, with the status of one', async () => {
    const response = await client.post({ query: '{ one two }' }, { accept: GRAPHQL_RESPONSE });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toHaveLength(2);
  });

  test('the same mistake is answered alike the second time, from the cache', async () => {
    const [first, second] = [await client.ask('{ nonsense }'), await client.ask('{ nonsense }')];
    expect(second).toEqual(first);
  });
});
