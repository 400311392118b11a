import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRaw, requestText } from '../support/raw-client.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest({
    trustProxy: ['127.0.0.1'],
    corsOrigins: ['https://a.example'],
    following: { intervalMs: 500, heartbeatMs: 15_000, maxFollowers: 0 },
  });
  await rest.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => rest.close());

const CLOSE = 'Connection: close';
const PROBLEM_TYPE = 'content-type: application/problem+json; charset=utf-8';

describe('a request to change the protocol is answered in the old one', () => {
  test.each([
    [
      'HTTP/2, as Java and curl ask',
      '/v1/events?limit=1',
      ['Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings, close', 'HTTP2-Settings: AAMAAABkAAQAAP__'],
    ],
    [
      'a protocol that there is not',
      '/v1/events?limit=1',
      ['Upgrade: nonsense', 'Connection: Upgrade, close'],
    ],
    [
      'a socket where there is none',
      '/v1/events?limit=1',
      ['Upgrade: websocket', 'Connection: Upgrade, close'],
    ],
    ['HTTP/2 for a query', '/graphql?query={__typename}', ['Upgrade: h2c', 'Connection: Upgrade, close']],
  ])('%s', async (_, path, headers) => {
    expect((await askRaw(rest.app, requestText(path, headers))).status).toBe(200);
  });

  test('also with a body', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: x',
      'Upgrade: h2c',
      'Connection: Upgrade, close',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ];
    const { status, body: answer } = await askRaw(rest.app, [...head, '', body].join('\r\n'));
    expect([status, JSON.parse(answer).data]).toEqual([200, { __typename: 'Query' }]);
  });
});

describe('a request for a socket that is refused gets a problem', () => {
  const handshake = (...headers: readonly string[]) =>
    requestText('/graphql', ['Connection: Upgrade', 'Upgrade: websocket', ...headers]);

  test.each([
    [
      'another protocol',
      ['Sec-WebSocket-Protocol: graphql-ws'],
      400,
      'BAD_REQUEST',
      'the only protocol of sockets here is graphql-transport-ws',
    ],
    [
      'a page of another origin',
      ['Sec-WebSocket-Protocol: graphql-transport-ws', 'Origin: https://b.example'],
      403,
      'ORIGIN_NOT_ALLOWED',
      'pages of this origin may not open sockets here',
    ],
    [
      'no place left',
      ['Sec-WebSocket-Protocol: graphql-transport-ws', 'Origin: https://a.example'],
      503,
      'TOO_MANY_FOLLOWERS',
      'no more sockets can be opened',
    ],
    [
      'two Hosts',
      ['Sec-WebSocket-Protocol: graphql-transport-ws', 'host: y'],
      400,
      'BAD_REQUEST',
      'the request has more than one Host header',
    ],
  ])('%s', async (_, headers, status, code, detail) => {
    const answer = await askRaw(rest.app, handshake(...headers));
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([status, { status, code, detail }]);
    expect(answer.head).toContain(PROBLEM_TYPE);
  });
});

test('a socket of a timeline that there is not is no socket of another one', async () => {
  const headers = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ];
  const answer = await askRaw(rest.app, requestText('/t/none/graphql', headers));
  expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
    404,
    { code: 'ROUTE_NOT_FOUND', detail: 'there is nothing at "/t/none/graphql"' },
  ]);
});

describe('a head that breaks a rule of HTTP is refused with a problem', () => {
  test.each([
    ['no Host', requestText('/v1/events', [CLOSE], ''), 400, 'BAD_REQUEST', 'the request has no Host header'],
    [
      'two Hosts',
      requestText('/v1/events', [CLOSE, 'host: y']),
      400,
      'BAD_REQUEST',
      'the request has more than one Host header',
    ],
    [
      'an expectation',
      requestText('/v1/events', [CLOSE, 'Expect: the-unexpected']),
      417,
      'EXPECTATION_FAILED',
      'the only expectation that is met here is 100-continue',
    ],
    [
      'a query in no UTF-8',
      requestText('/v1/events?text=%ff', [CLOSE]),
      400,
      'BAD_REQUEST',
      'the query is not valid percent-encoded UTF-8',
    ],
    [
      'a query with a broken escape',
      requestText('/?x=%zz', [CLOSE]),
      400,
      'BAD_REQUEST',
      'the query is not valid percent-encoded UTF-8',
    ],
  ])('%s', async (_, text, status, code, detail) => {
    const answer = await askRaw(rest.app, text);
    expect(answer.head).toContain(PROBLEM_TYPE);
    expect(JSON.parse(answer.body)).toMatchObject({ status, code, detail });
    expect(answer.status).toBe(status);
  });

  test('in the words of GraphQL where GraphQL is asked', async () => {
    const { status, body } = await askRaw(rest.app, requestText('/graphql?query=%ff', [CLOSE]));
    expect([status, JSON.parse(body).errors[0].extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
  });

  test('but HTTP/1.0 needs no Host, and what follows 100-continue is read', async () => {
    expect((await askRaw(rest.app, 'GET /v1/events HTTP/1.0\r\n\r\n')).status).toBe(200);
    const text = requestText('/v1/events', [CLOSE, 'Expect: 100-Continue']);
    expect((await askRaw(rest.app, text)).body).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });
});

describe('links name the scheme that a trusted proxy reports', () => {
  test.each([
    ['https', 'https://x/'],
    ['http', 'http://x/'],
    ['x', 'http://x/'],
    ['javascript', 'http://x/'],
  ])('%s', async (scheme, begin) => {
    const headers = { host: 'x', 'x-forwarded-proto': scheme };
    const answer = await rest.request('/v1/timeline.jsonfeed', { headers });
    expect(answer.json().feed_url).toBe(`${begin}v1/timeline.jsonfeed`);
  });
});
