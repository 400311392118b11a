import { fastify } from 'fastify';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerClientError } from '../../src/api/http/connections/refuse-on-socket.ts';
import { keyOfAddress, peerKeyBy } from '../../src/api/http/rate-limit/client-key.ts';
import { openRequestLimit } from '../../src/api/http/rate-limit/rate-limit.ts';
import { askRaw, openRaw, requestText } from '../support/raw-client.ts';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';
import { openSocket } from './graphql/socket-client.ts';

const LIMIT = 3;
const MESSAGE = 'more requests than this server takes of one client; ask again in 60 seconds';

let client: GraphqlClient;

/** The clock stands still: how many seconds are left of a minute does not depend on how fast the machine is. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  client = await openGraphql({ rateLimit: LIMIT, trustProxy: ['10.0.0.1', '127.0.0.2'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await client.close();
});

const get = (url: string, from = '203.0.113.9', headers = {}) =>
  client.app.inject({ url, headers, remoteAddress: from });

async function spend(count: number, from?: string): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) await get('/v1/events', from);
}

describe('a client within its limit', () => {
  test('is told the limit, what is left of it, and until when', async () => {
    await spend(1);
    const { statusCode, headers } = await get('/v1/events');
    expect([statusCode, headers['ratelimit-policy'], headers['ratelimit']]).toEqual([
      200,
      '"client";q=3;w=60',
      '"client";r=1;t=60',
    ]);
  });

  test('is not kept from anything by another client', async () => {
    await spend(LIMIT + 1, '203.0.113.10');
    expect((await get('/v1/events')).statusCode).toBe(200);
  });
});

describe('a client beyond its limit', () => {
  beforeEach(() => spend(LIMIT));

  test('gets a problem from REST, also where there is nothing', async () => {
    for (const url of ['/v1/events', '/v1/none', '/openapi.json', '/docs']) {
      const response = await get(url, undefined, { origin: 'https://a.example' });
      expect(response.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED', detail: MESSAGE });
      expect(response.headers).toMatchObject({
        'retry-after': '60',
        ratelimit: '"client";r=0;t=60',
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      });
    }
  });

  test.each([
    ['longer than any id', `/v1/events/${'x'.repeat(101)}`, 414],
    ['in no UTF-8', '/v1/events/%ff', 400],
  ])('has used up one request by a path %s', async (_, url, status) => {
    const other = '203.0.113.10';
    for (let sent = 0; sent < LIMIT; sent += 1) expect((await get(url, other)).statusCode).toBe(status);
    expect((await get(url, other)).json()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  });

  test('gets an error from GraphQL, also for a query that was answered before', async () => {
    const query = '{ timeline { revision } }';
    const other = {
      remoteAddress: '203.0.113.10',
      method: 'POST',
      url: '/graphql',
      payload: { query },
    } as const;
    expect((await client.app.inject(other)).statusCode).toBe(200);
    const { statusCode, headers, body } = await client.app.inject({ ...other, remoteAddress: '203.0.113.9' });
    expect([statusCode, headers['retry-after'], JSON.parse(body)]).toEqual([
      429,
      '60',
      { errors: [{ message: MESSAGE, extensions: { code: 'RATE_LIMITED' } }] },
    ]);
  });

  test('can still ask whether the server is up', async () => {
    expect([(await get('/healthz')).statusCode, (await get('/readyz')).statusCode]).toEqual([200, 200]);
  });
});

describe('the address of a client', () => {
  test('is that which a trusted proxy reports', async () => {
    const from = (address: string, proxy: string) => get('/v1/events', proxy, { 'x-forwarded-for': address });
    for (let sent = 0; sent < LIMIT; sent += 1) await from('198.51.100.1', '10.0.0.1');
    expect((await from('198.51.100.1', '10.0.0.1')).statusCode).toBe(429);
    expect((await from('198.51.100.2', '10.0.0.1')).statusCode).toBe(200);
  });

  test('is its own where nobody is trusted, whatever it reports', async () => {
    for (let sent = 0; sent < LIMIT; sent += 1)
      await get('/v1/events', '203.0.113.9', { 'x-forwarded-for': `198.51.100.${sent}` });
    expect((await get('/v1/events', '203.0.113.9')).statusCode).toBe(429);
  });

  test('is the same whether or not a proxy names its port, and that of the proxy where it names none', async () => {
    const forwarded = ['198.51.100.1', '198.51.100.1:4711', '198.51.100.1, 127.0.0.2:80'];
    for (const list of forwarded) await get('/v1/events', '10.0.0.1', { 'x-forwarded-for': list });
    const left = async (list: string) =>
      (await get('/v1/events', '10.0.0.1', { 'x-forwarded-for': list })).headers['ratelimit'];
    expect(await left('198.51.100.1')).toBe('"client";r=0;t=60');
    expect(await left('[2001:db8::9]:80')).toBe('"client";r=2;t=60');
    expect(await left('2001:db8::8')).toBe('"client";r=1;t=60');
    expect(await left('unknown')).toBe('"client";r=2;t=60');
    expect(await left('_hidden')).toBe('"client";r=1;t=60');
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:0:1::9', '2001:db8:0:1'],
    ['2001:DB8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (address, key) => {
    expect(keyOfAddress(address)).toBe(key);
  });
});

describe('a client without a limit', () => {
  const isLimited = async (from: string, headers = {}, asked = client): Promise<boolean> => {
    for (let sent = 0; sent < LIMIT; sent += 1)
      await asked.app.inject({ url: '/v1/events', remoteAddress: from, headers });
    const answer = await asked.app.inject({ url: '/v1/events', remoteAddress: from, headers });
    return answer.statusCode === 429;
  };

  test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'is a program on this machine: %s',
    async (from) => {
      expect(await isLimited(from)).toBe(false);
    },
  );

  test('is a private proxy that is not trusted: one warning names it and the setting', async () => {
    const lines: object[] = [];
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
    const behindProxy = await openGraphql({ rateLimit: LIMIT, log, trustProxy: ['192.0.2.1'] });
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    for (const from of ['10.1.2.3', 'fe80::1', 'fd00::1', '::ffff:192.168.0.1'])
      expect(await isLimited(from, headers, behindProxy)).toBe(false);
    expect(lines.filter((line) => 'proxy' in line && line.proxy === '10.1.2.3')).toMatchObject([
      {
        level: 40,
        proxy: '10.1.2.3',
        setting: 'TRUST_PROXY=192.0.2.1,10.1.2.3',
        msg: 'readers behind 10.1.2.3 have no limits of their own: name this proxy in TRUST_PROXY',
      },
    ]);
    await behindProxy.close();
  });

  test('is no private client that forwards nothing, and no public one that says it does', async () => {
    expect(await isLimited('10.1.2.3')).toBe(true);
    expect(await isLimited('203.0.113.77', { 'x-forwarded-for': '127.0.0.1' })).toBe(true);
  });

  test('is nobody whom a trusted proxy calls local', async () => {
    expect(await isLimited('10.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(true);
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['127.0.0.1', undefined],
  ['10.1.2.3', undefined],
  ['192.0.2.1', undefined],
])('the connections of %s count as those of %s', (peer, key) => {
  expect(peerKeyBy(['192.0.2.1'])(peer)).toBe(key);
});

test('a dear request counts as one for each hundred of its price', async () => {
  const dear = await openGraphql({ rateLimit: 100 });
  const ask = (query: string) =>
    dear.app.inject({ method: 'POST', url: '/graphql', payload: { query }, remoteAddress: '203.0.113.9' });
  const { extensions } = (
    await ask('{ events(first: 100) { edges { node { mentions { event { id } } } } } }')
  ).json();
  const { headers } = await ask('{ __typename }');
  expect(headers['ratelimit']).toBe(`"client";r=${100 - 1 - Math.ceil(extensions.cost.price / 100)};t=60`);
  expect(extensions.cost.price).toBeGreaterThan(200);
  await dear.close();
});

describe('over a socket', () => {
  const subscribe = (id: string) => ({
    type: 'subscribe',
    id,
    payload: { query: 'subscription { changes { revision } }' },
  });
  const forwarded = { 'x-forwarded-for': '203.0.113.9' };
  let behindProxy: GraphqlClient;

  beforeEach(async () => {
    behindProxy = await openGraphql({ rateLimit: LIMIT, trustProxy: ['127.0.0.1'] });
  });
  afterEach(() => behindProxy.close());

  test('opening it and every operation count', async () => {
    const socket = await openSocket(await behindProxy.app.listen({ port: 0, host: '127.0.0.1' }), forwarded);
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    for (const id of ['one', 'two', 'three']) socket.send(subscribe(id));
    expect(await socket.next()).toEqual({
      type: 'error',
      id: 'three',
      payload: [{ message: MESSAGE, extensions: { code: 'RATE_LIMITED' } }],
    });
    socket.close();
  });

  test('it is not opened beyond the limit', async () => {
    await behindProxy.app.listen({ port: 0, host: '127.0.0.1' });
    for (let sent = 0; sent < LIMIT; sent += 1)
      await behindProxy.app.inject({ url: '/v1/events', headers: forwarded });
    const headers = ['Connection: Upgrade', 'Upgrade: websocket', 'X-Forwarded-For: 203.0.113.9'];
    const raw = await openRaw(behindProxy.app, requestText('/graphql', headers));
    await raw.closed;
    const lines = raw.received().split('\r\n');
    expect(lines[0]).toBe('HTTP/1.1 429 Too Many Requests');
    expect(lines).toContain('retry-after: 60');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ code: 'RATE_LIMITED', detail: MESSAGE });
  });
});

test('bytes that are no request count for the address that they come from', async () => {
  const limit = openRequestLimit(
    2,
    () => undefined,
    (address) => address,
  );
  const app = fastify({ clientErrorHandler: answerClientError(limit) });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const statuses = [
    await askRaw(app, 'nonsense\r\n\r\n'),
    await askRaw(app, requestText('/', [`X: ${'x'.repeat(20_000)}`])),
    await askRaw(app, 'nonsense\r\n\r\n'),
  ].map(({ status, body }) => [status, JSON.parse(body).code]);
  expect(statuses).toEqual([
    [400, 'BAD_REQUEST'],
    [431, 'HEADERS_TOO_LARGE'],
    [429, 'RATE_LIMITED'],
  ]);
  await app.close();
});

test('there is no limit where none is set', async () => {
  const open = await openGraphql();
  for (let sent = 0; sent < 20; sent += 1) await open.app.inject('/v1/events');
  const { statusCode, headers } = await open.app.inject('/v1/events');
  expect([statusCode, headers['ratelimit']]).toEqual([200, undefined]);
  await open.close();
});
