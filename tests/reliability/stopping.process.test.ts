import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { requestText } from '../support/raw-client.ts';
import { type RunningServer, startServer } from '../support/run-server.ts';

const TIMEOUT_MS = 300;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-stopping-'));
});
afterEach(() => rm(folder, { recursive: true }));

const databaseUrl = () => `sqlite:${join(folder, 'a.sqlite')}`;

const start = (settings: Readonly<Record<string, string>> = {}): RunningServer =>
  startServer({
    settings: { DATABASE_URL: databaseUrl(), SHUTDOWN_TIMEOUT_MS: String(TIMEOUT_MS), ...settings },
  });

/** A connection that reads nothing, after it has sent a text. */
function hold(origin: string, text: string): Socket {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1').pause();
  socket.on('error', () => {});
  socket.write(text);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Stops the server, and gives the milliseconds from its word of the stop to its end. */
async function stop(server: RunningServer): Promise<number> {
  await server.end('SIGTERM');
  const endedAt = Date.now();
  const { time } = JSON.parse(await server.logged.lineLike(/"msg":"stopping"/));
  return endedAt - time;
}

const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: graphql-transport-ws',
];

/** Pings with 100 bytes each, as a client masks them (RFC 6455, section 5.2). */
const PINGS = Buffer.concat(
  Array.from({ length: 5000 }, () => Buffer.concat([Buffer.of(0x89, 0x80 | 100), randomBytes(104)])),
);

/** Far more than the second that is allowed, since a busy machine delays timers; far less than these clients hold on. */
const LATEST_MS = 30_000;

test('a server stops in time, whatever its clients hold', async () => {
  const server = start();
  const origin = await server.origin();
  const post = ['Content-Type: application/json', 'Content-Length: 500'];
  for (const text of [
    '',
    'GET /v1/events HTT',
    `${requestText('/graphql', post).replace('GET', 'POST')}{"query":`,
    requestText('/v1/changes/stream'),
    requestText('/v1/events.ndjson', ['Accept-Encoding: br']).repeat(50),
    requestText('/v1/facets?text=talks').repeat(50),
  ])
    hold(origin, text);
  hold(origin, requestText('/graphql', UPGRADE)).write(PINGS);
  await fetch(`${origin}/v1/events`);
  expect(await stop(server)).toBeLessThan(LATEST_MS);
  expect(await server.logged.lineLike(/"level":40/)).toContain('cutting off requests that are still open');
});

test('a server whose last change takes longer than its stop may leaves the change, and loses nothing else', async () => {
  const server = start({
    SEEDS: '',
    WRITE_TOKENS: ADAS_TOKEN.map(({ name, sha256 }) => `${name}:${sha256}`).join(','),
  });
  const origin = await server.origin();
  const send = (text: string): Promise<Response> =>
    fetch(`${origin}/v1/articles`, {
      method: 'POST',
      headers: { ...BY_ADA, 'content-type': 'text/plain' },
      body: text,
    });
  expect((await send('Ada Novak met Zora Hart on 3 December 2021.')).status).toBe(201);
  const days = Array.from(
    { length: 20_000 },
    (_, n) => `France sent aid on ${1 + (n % 28)} May ${1900 + (n % 120)}.`,
  );
  const unanswered = expect(send(days.join(' '))).rejects.toThrow();
  await fetch(`${origin}/v1/events`);
  expect(await server.end('SIGTERM')).toEqual({ code: null, signal: 'SIGTERM' });
  await unanswered;
  const store = await openStore(databaseUrl());
  expect(await store.readSummary()).toMatchObject({ articleCount: 1, revision: 1 });
  expect(await store.verify()).toEqual([]);
  await store.close();
});
