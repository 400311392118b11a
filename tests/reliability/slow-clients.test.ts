import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppParts, buildApp } from '../../src/api/app.ts';
import { dayEvents, saveChange } from '../api/rest/stored-events.ts';
import { openTestTimeline, type TestTimeline } from '../support/open-test-timeline.ts';
import { openRaw, type RawClient, requestText } from '../support/raw-client.ts';

/** As JSON 20 MB: more than the operating system keeps of an unread answer. */
const EVENTS = dayEvents(2500).map((event) => ({ ...event, title: `${event.title} ${'long '.repeat(700)}` }));

const EXPORT = '/v1/events.ndjson';
const ADDRESSES: Readonly<Record<string, string>> = { a: '203.0.113.1', b: '203.0.113.2' };
const FOLLOWING = { intervalMs: 500, heartbeatMs: 15_000 };
const SOCKET = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: graphql-transport-ws',
];

/** A frame of a client (RFC 6455, section 5.2) of 126 to 65535 bytes, or fewer. Its mask of zeros leaves the text as it is. */
function frame(opcode: number, text: string): Buffer {
  const length = text.length < 126 ? [0x80 | text.length] : [0xfe, text.length >> 8, text.length & 0xff];
  return Buffer.concat([Buffer.from([opcode, ...length, 0, 0, 0, 0]), Buffer.from(text)]);
}

let opened: TestTimeline;
let app: FastifyInstance;
let clients: RawClient[];
/** The server's side of each connection, in the order in which they were opened. */
let sockets: Socket[];

beforeAll(async () => {
  opened = await openTestTimeline();
  await saveChange(opened.store, { events: EVENTS });
});
afterAll(() => opened.close());
afterEach(async () => {
  for (const { socket } of clients) socket.destroy();
  await app.close();
});

/** A client is the address that `X-Forwarded-For` names. */
async function start(parts: Partial<AppParts> = {}): Promise<void> {
  app = await buildApp({
    timeline: opened.timeline,
    log: false,
    version: '0.0.0-test',
    readiness: async () => ({ ready: true }),
    trustProxy: ['127.0.0.1'],
    ...parts,
  });
  [clients, sockets] = [[], []];
  app.server.on('connection', (socket: Socket) => sockets.push(socket));
  await app.listen({ port: 0, host: '127.0.0.1' });
}

/** Sends a request and waits for the head of its answer. */
async function open(
  path: string,
  { from = 'a', headers = [] }: { from?: string; headers?: readonly string[] } = {},
) {
  const client = await send(requestText(path, [`X-Forwarded-For: ${ADDRESSES[from]}`, ...headers]));
  const [, status] = (await client.until('\r\n\r\n')).split(' ');
  return { client, status: Number(status) };
}

async function send(text: string): Promise<RawClient> {
  const client = await openRaw(app, text);
  clients.push(client);
  return client;
}

/** As `open`, by a client that reads no more than the head. */
async function hold(path: string, options: Parameters<typeof open>[1] = {}): Promise<number> {
  const { client, status } = await open(path, options);
  client.socket.pause();
  return status;
}

const closeOf = async (socket: Socket | undefined): Promise<void> => {
  if (socket?.destroyed === false) await once(socket, 'close');
};

describe('an answer that is not read', () => {
  test('is let go after the time-out, and its place is free again', async () => {
    await start({ requestTimeoutMs: 50, maxExports: 1 });
    expect(await hold(EXPORT)).toBe(200);
    expect(await hold(EXPORT)).toBe(503);
    await closeOf(sockets[0]);
    await expect.poll(() => hold(EXPORT)).toBe(200);
  });

  test('is let go before later ones where all of them take too much memory', async () => {
    // Each of the answers waits with some 70 kB at the server.
    const maxUnreadBytes = 250_000;
    await start({ maxUnreadBytes });
    for (const _ of 'abcdefgh') await hold(EXPORT);
    await closeOf(sockets[0]);
    const unread = () =>
      sockets.reduce((sum, { writableLength, destroyed }) => sum + (destroyed ? 0 : writableLength), 0);
    await expect.poll(unread).toBeLessThanOrEqual(maxUnreadBytes);
    expect(sockets.at(-1)?.destroyed).toBe(false);
  });
});

describe('one client has a tenth of the places, and others have the rest', () => {
  const twice = async (ask: (from: string) => Promise<number>): Promise<readonly number[]> => [
    await ask('a'),
    await ask('a'),
    await ask('a'),
    await ask('b'),
  ];

  test('for exports', async () => {
    await start({ maxExports: 20 });
    expect(await twice((from) => hold(EXPORT, { from }))).toEqual([200, 200, 503, 200]);
    expect(clients[2]?.received()).toContain('"code":"TOO_MANY_EXPORTS"');
    expect(clients[2]?.received()).toContain('retry-after: 1');
  });

  test('for streams of changes', async () => {
    await start({ following: { ...FOLLOWING, maxFollowers: 20 } });
    expect(await twice((from) => hold('/v1/changes/stream', { from }))).toEqual([200, 200, 503, 200]);
    expect(clients[2]?.received()).toContain('"code":"TOO_MANY_FOLLOWERS"');
  });

  test('for sockets', async () => {
    await start({ following: { ...FOLLOWING, maxFollowers: 20 } });
    const ask = (from: string) => hold('/graphql', { from, headers: SOCKET });
    expect(await twice(ask)).toEqual([101, 101, 503, 101]);
  });
});

describe('a socket whose client asks and does not read is let go', () => {
  const PING = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(60_000) } });
  test.each([
    ['pings of the subscription protocol', frame(0x81, PING)],
    ['pings of WebSocket', frame(0x89, 'x'.repeat(125))],
  ])('%s', async (_, ping) => {
    await start();
    expect(await hold('/graphql', { headers: SOCKET })).toBe(101);
    const [client, socket] = [clients[0]?.socket, sockets[0]];
    const pings = Buffer.concat(Array.from({ length: Math.ceil(60_000 / ping.length) }, () => ping));
    let most = 0;
    while (socket?.destroyed === false) {
      client?.write(pings);
      await new Promise(setImmediate);
      most = Math.max(most, socket.writableLength);
    }
    expect(most).toBeLessThan(1_200_000);
  });
});

describe('requests that are sent ahead', () => {
  test('are answered one at a time, in their order', async () => {
    let [running, most] = [0, 0];
    await start({
      readiness: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        return { ready: true };
      },
    });
    const paths = Array.from({ length: 80 }, (_, n) => (n % 2 === 0 ? '/readyz' : `/v1/none-${n}`));
    const client = await send(
      paths.map((path) => requestText(path)).join('') + requestText('/healthz', ['Connection: close']),
    );
    await client.closed;
    const statuses = [...client.received().matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
    expect(statuses).toEqual([...paths.map((path) => (path === '/readyz' ? 200 : 404)), 200]);
    expect(most).toBe(1);
  });

  test('end the connection where too many wait', async () => {
    let asked = 0;
    await start({
      readiness: () => {
        asked += 1;
        return new Promise(() => {});
      },
    });
    await (await send(requestText('/readyz').repeat(1000))).closed;
    expect(asked).toBe(1);
  });
});

describe('a silent connection', () => {
  test.each([
    ['that sends nothing', ''],
    ['that stops within a head', 'GET /v1/events HTT'],
    [
      'that stops within a body',
      'POST /v1/resolve HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ],
  ])('%s gets 408 after the time-out', async (_, text) => {
    await start({ requestTimeoutMs: 50 });
    const client = await send(text);
    await client.closed;
    expect(client.received()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  });

  test('lasts while its answer is being made', async () => {
    let answer = (): void => {};
    await start({
      requestTimeoutMs: 50,
      readiness: () =>
        new Promise((resolve) => {
          answer = () => resolve({ ready: true });
        }),
    });
    const client = await send(requestText('/readyz'));
    for (const _ of [1, 2]) await once(sockets[0] as Socket, 'timeout');
    answer();
    expect(await client.until('"ready"')).toContain('HTTP/1.1 200 OK');
  });
});

test('the server stops in time, whatever its clients do', async () => {
  await start({ shutdownTimeoutMs: 50 });
  await hold(EXPORT);
  await hold('/v1/changes/stream');
  await hold('/graphql', { headers: SOCKET });
  await send('GET /v1/events HTT');
  await send('');
  await expect.poll(() => sockets.length).toBe(5);
  await app.close();
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual(sockets.map(() => true));
});
