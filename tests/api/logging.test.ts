import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MeasuredAnswer } from '../../src/metrics/metrics.ts';
import { openRaw, requestText } from '../support/raw-client.ts';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly [name: string]: unknown;
}

let lines: Line[] = [];
let measured: MeasuredAnswer[] = [];
let client: GraphqlClient;

beforeAll(async () => {
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  client = await openGraphql({
    log,
    responseCacheBytes: 1_000_000,
    metrics: {
      answered: (answer) => void measured.push(answer),
      ingested: () => undefined,
      watch: () => undefined,
    },
    laidOver: ({ listActors }) => ({
      listActors: async (page) => {
        await setTimeout(1010);
        return listActors(page);
      },
    }),
  });
  await client.app.listen({ port: 0, host: '127.0.0.1' });
  lines = [];
});
afterAll(() => client.close());

beforeEach(() => {
  lines = [];
  measured = [];
});

const get = (url: string, headers = {}) => client.app.inject({ url, headers });

test('an answer has one line with its request, status, route and time', async () => {
  await get('/v1/events/evt_none?revision=1');
  expect(lines.map(({ msg }) => msg)).toEqual(['request refused', 'request completed']);
  expect(lines[1]).toMatchObject({
    level: 30,
    reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    req: { method: 'GET', url: '/v1/events/evt_none?revision=1' },
    res: { statusCode: 404 },
    route: '/v1/events/:id',
    responseTime: expect.any(Number),
  });
});

test('an answer that takes longer than a second is a warning', async () => {
  await get('/v1/actors');
  expect(lines.map(({ level, msg, route }) => [level, msg, route])).toEqual([
    [40, 'slow request completed', '/v1/actors'],
  ]);
});

test('an answer that its client does not wait for has a line too', async () => {
  const { socket } = await openRaw(client.app, requestText('/v1/actors'));
  socket.end();
  while (lines.length === 0) await setTimeout(5);
  expect(lines.map(({ msg, route }) => [msg, route])).toEqual([['request cut off', '/v1/actors']]);
  expect(measured.map(({ route, status }) => [route, status])).toEqual([['/v1/actors', 499]]);
});

test('a stream of changes is completed by its client, and its length is not measured', async () => {
  const { socket, until } = await openRaw(client.app, requestText('/v1/changes/stream'));
  await until('following');
  socket.destroy();
  while (lines.length === 0) await setTimeout(5);
  expect(lines.map(({ msg, route }) => [msg, route])).toEqual([['request completed', '/v1/changes/stream']]);
  expect(measured).toEqual([]);
});

test('a GraphQL answer names its operation', async () => {
  await client.post({ query: 'query Latest { events(first: 1) { edges { node { id } } } }' });
  await client.post({ query: 'query One { __typename } query Two { __typename }', operationName: 'Two' });
  await client.post({ query: '{ __typename }' });
  expect(lines.map(({ operation, price }) => [operation, price])).toEqual([
    ['Latest', 1],
    ['Two', 0],
    ['unnamed', 0],
  ]);
});

describe('the id of a request', () => {
  test('is the one that it brings', async () => {
    const { headers } = await get('/v1/events', { 'x-request-id': 'edge-1:42' });
    expect([headers['x-request-id'], lines[0]?.['reqId']]).toEqual(['edge-1:42', 'edge-1:42']);
  });

  test.each(['a b', 'a"b', 'a\u00e9', 'x'.repeat(129), ''])('is a new one for "%s"', async (given) => {
    const { headers } = await get('/v1/events', { 'x-request-id': given });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a trace', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const parentId = '00f067aa0ba902b7';

  test('that a request belongs to is logged and passed on', async () => {
    const traceparent = `00-${traceId}-${parentId}-01`;
    const { headers } = await get('/v1/events', { traceparent });
    expect(headers['traceparent']).toBe(traceparent);
    expect(lines[0]).toMatchObject({ traceId, parentId });
  });

  test.each([`00-${'0'.repeat(32)}-${parentId}-01`, `00-${traceId}-01`, 'none'])(
    'is not read from "%s"',
    async (traceparent) => {
      const { headers } = await get('/v1/events', { traceparent });
      expect([headers['traceparent'], lines[0]?.['traceId']]).toEqual([undefined, undefined]);
    },
  );
});

test('answers are measured with what kind of copy they are', async () => {
  const first = await get('/v1/events?limit=7');
  await get('/v1/events?limit=7');
  await get('/v1/events?limit=7', { 'if-none-match': String(first.headers.etag) });
  await get('/nowhere');
  expect(measured.map(({ route, status, copy }) => [route, status, copy])).toEqual([
    ['/v1/events', 200, 'NONE'],
    ['/v1/events', 200, 'MEMORY'],
    ['/v1/events', 304, 'NOT_MODIFIED'],
    [null, 404, 'NONE'],
  ]);
});

test('probes of health leave no line', async () => {
  await get('/healthz');
  expect(lines).toEqual([]);
});
