import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GraphqlClient, openGraphql } from '../api/graphql/graphql-client.ts';
import { openSocket, type SocketClient } from '../api/graphql/socket-client.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';

let client: GraphqlClient;
let socket: SocketClient;

beforeAll(async () => {
  client = await openGraphql({ writeTokens: ADAS_TOKEN });
  socket = await openSocket(await client.app.listen({ port: 0, host: '127.0.0.1' }));
  socket.send({ type: 'connection_init' });
  await socket.next();
});

afterAll(async () => {
  socket.close();
  await client.close();
});

const nested = (levels: number, open: string, inner: string, close: string): string =>
  `${open.repeat(levels)}${inner}${close.repeat(levels)}`;

const listOf = (levels: number): string => nested(levels, '[', '"a"', ']');

const DEEP_DOCUMENT = 'the document nests deeper than 64 levels';
const DEEP_JSON = 'the JSON nests deeper than 64 levels';

const repeat = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');

const BAD_DOCUMENTS = [
  ['a deep list', `{ events(filter: { actor: ${listOf(900)} }) { totalCount } }`, DEEP_DOCUMENT],
  ['a deep object', `{ events(filter: ${nested(480, '{not:', '{}', '}')}) { totalCount } }`, DEEP_DOCUMENT],
  ['a deep type', `query ($a: ${nested(900, '[', 'Int', ']')}) { timeline { revision } }`, DEEP_DOCUMENT],
  ['a deep selection', nested(400, '{ a ', '', '}').replace('a }', 'a { a } }'), DEEP_DOCUMENT],
  [
    'many fragments',
    `{ timeline { ...f0 } } ${repeat(51, (n) => `fragment f${n} on TimelineInfo { revision }`)}`,
    'the document has 51 fragments, more than 50',
  ],
] as const;

const CIRCLES = [
  ['a fragment that opens itself', 'fragment a on Event { mentions { event { ...a } } }', 'a'],
  [
    'forty fragments that open each other',
    repeat(
      40,
      (n) => `fragment a${n} on Event { mentions { event { ...a${(n + 1) % 40} ...a${(n + 7) % 40} } } }`,
    ),
    'a0',
  ],
] as const;

const REFUSED_DOCUMENTS = [
  ...BAD_DOCUMENTS.map(([name, query, message]) => [name, query, message, 'LIMIT_EXCEEDED'] as const),
  ...CIRCLES.map(
    ([name, fragments, first]) =>
      [
        name,
        `{ events { edges { node { ...${first} } } } } ${fragments}`,
        `the fragment "${first}" opens itself`,
        'BAD_QUERY',
      ] as const,
  ),
];

describe('a document is refused before it is validated', () => {
  test.each(REFUSED_DOCUMENTS)('over HTTP: %s', async (_, query, message, code) => {
    for (const answer of [
      await client.post({ query }),
      await client.app.inject({ url: `/graphql?query=${encodeURIComponent(query)}` }),
    ])
      expect(answer.json().errors).toMatchObject([{ message, extensions: { code } }]);
  });

  test.each(REFUSED_DOCUMENTS)('over a socket: %s', async (_, query, message, code) => {
    socket.send({ type: 'subscribe', id: 'one', payload: { query } });
    expect(await socket.next()).toMatchObject({
      type: 'error',
      id: 'one',
      payload: [{ message, extensions: { code } }],
    });
  });
});

test('a list without an end is the client’s mistake, whether or not the parser reaches the end', async () => {
  const query = `{ events(filter: { actor: ${'['.repeat(1900)}`;
  const { errors } = (await client.post({ query })).json();
  expect(['LIMIT_EXCEEDED', 'BAD_QUERY']).toContain(errors[0].extensions.code);
});

describe('JSON of more than 64 levels is refused before it is checked', () => {
  const variables = (levels: number): string => `{"a":${listOf(levels)}}`;
  const query = 'query ($a: [String!]) { events(filter: { actor: $a }) { totalCount } }';
  const refusal = { message: DEEP_JSON, extensions: { code: 'LIMIT_EXCEEDED' } };

  test.each([
    ['variables', `{"query":"${query}","variables":${variables(30_000)}}`],
    ['an unused variable', `{"query":"{timeline{revision}}","variables":${variables(63)}}`],
    ['extensions', `{"query":"{timeline{revision}}","extensions":${variables(30_000)}}`],
    [
      'an object in a variable',
      `{"query":"query($a:EventFilter){events(filter:$a){totalCount}}","variables":{"a":${nested(7000, '{"not":', '{}', '}')}}}`,
    ],
  ])('by POST: %s', async (_, payload) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await client.app.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect([answer.statusCode, answer.json()]).toEqual([400, { errors: [refusal] }]);
  });

  test('by GET', async () => {
    const answer = await client.app.inject({
      url: `/graphql?query={timeline{revision}}&variables=${variables(4000)}`,
    });
    expect([answer.statusCode, answer.json()]).toEqual([400, { errors: [refusal] }]);
  });

  test('over a socket', async () => {
    socket.send(
      `{"type":"subscribe","id":"one","payload":{"query":"${query}","variables":${variables(70)}}}`,
    );
    expect(await socket.next()).toEqual({ type: 'error', id: 'one', payload: [refusal] });
  });

  test.each([
    ['a text', `{"text":${listOf(30_000)}}`],
    ['an unknown field', `{"text":"a","b":${listOf(65)}}`],
    ['the body', listOf(30_000)],
  ])('in REST: %s', async (_, payload) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await client.app.inject({ method: 'POST', url: '/v1/resolve', headers, payload });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { code: 'LIMIT_EXCEEDED', detail: DEEP_JSON },
    ]);
  });

  test('in an article it is no article', async () => {
    const headers = { 'content-type': 'application/json', ...BY_ADA };
    for (const payload of [
      `{"text":${listOf(30_000)}}`,
      listOf(30_000),
      `{"text":"a","b":${listOf(30_000)}}`,
    ]) {
      const answer = await client.app.inject({ method: 'POST', url: '/v1/articles', headers, payload });
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'BAD_ARTICLE']);
    }
  });
});

test('64 levels are answered', async () => {
  const answer = await client.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: `{"query":"{timeline{revision}}","variables":{"a":${listOf(62)}}}`,
  });
  expect(answer.json().data).toEqual({ timeline: { revision: 0 } });
});
