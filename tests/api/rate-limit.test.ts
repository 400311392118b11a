import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keyOfAddress } from '../../src/api/http/rate-limit/client-key.ts';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';
import { openSocket } from './graphql/socket-client.ts';

const LIMIT = 3;
const MESSAGE = 'more requests than this server takes of one client; ask again in 60 seconds';

let client: GraphqlClient;

/** The clock stands still: how many seconds are left of a minute does not depend on how fast the machine is. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  client = await openGraphql({ rateLimit: LIMIT, trustProxy: ['10.0.0.1'] });
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

describe('over a socket', () => {
  const subscribe = (id: string) => ({
    type: 'subscribe',
    id,
    payload: { query: 'subscription { changes { revision } }' },
  });

  test('opening it and every operation count', async () => {
    const socket = await openSocket(await client.app.listen({ port: 0, host: '127.0.0.1' }));
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
    await client.app.listen({ port: 0, host: '127.0.0.1' });
    await spend(LIMIT, '127.0.0.1');
    const lines = (await upgrade(client)).split('\r\n');
    expect(lines[0]).toBe('HTTP/1.1 429 Too Many Requests');
    expect(lines).toContain('retry-after: 60');
  });
});

/** The answer to a client that asks for a socket and is refused. */
function upgrade({ app }: GraphqlClient): Promise<string> {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const lines = ['GET /graphql HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket', '', ''];
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(lines.join('\r\n')));
    let received = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      received += text;
    });
    socket.on('error', reject).on('close', () => resolve(received));
  });
}

test('there is no limit where none is set', async () => {
  const open = await openGraphql();
  for (let sent = 0; sent < 20; sent += 1) await open.app.inject('/v1/events');
  const { statusCode, headers } = await open.app.inject('/v1/events');
  expect([statusCode, headers['ratelimit']]).toEqual([200, undefined]);
  await open.close();
});
