import { once } from 'node:events';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { answerDirectly } from '../../../src/api/graphql/direct/direct-answers.ts';
import { knownOperations } from '../../../src/api/graphql/execution/known-operations.ts';
import { type DirectClient, openDirectClient, type SocketAnswer } from './direct-client.ts';
import { textsFailingWhile } from './texts-failing-while.ts';

const EVENT =
  'query ($id: ID!) { event(id: $id) { title mentions { quote { exact } article { title url } } } }';
const MEETING = { query: EVENT, variables: { id: 'evt_meeting' } };
const ORIGIN = 'https://reader.example';

let app: DirectClient;

afterEach(() => app.client.close());

/** Opened, and asked once, so that the operation is known. */
async function open(parts: Parameters<typeof openDirectClient>[0] = {}): Promise<void> {
  app = await openDirectClient(parts);
  await app.general(MEETING);
}

const messagesOf = ({ lines }: SocketAnswer): readonly unknown[] => lines.map(({ msg }) => msg);

/** Whether Fastify had nothing to do with an answer. */
const isDirect = (answer: SocketAnswer): boolean => messagesOf(answer).includes('answered before Fastify');

/** What two answers to the same question have in common: not when each was made, and what it is called. */
function commonOf({ status, body, headers }: SocketAnswer) {
  const { date, 'x-request-id': id, ...others } = headers;
  return {
    status,
    body: body.toString('base64'),
    headers: others,
    hasDate: date !== undefined,
    id: id?.length,
  };
}

/** What is logged of both at info: how long they took, and the port and path they came by, differ. */
const loggedOf = ({ lines, headers }: SocketAnswer) =>
  lines
    .filter(({ level }) => level === 30)
    .map(({ msg, level, req, res, reqId, responseTime }) => [
      [msg, level, res, reqId === headers['x-request-id'], typeof responseTime],
      { ...Object(req), remotePort: null, url: null },
    ]);

async function expectBothAlike(body: unknown, headers = {}): Promise<void> {
  const [direct, general] = [await app.direct(body, headers), await app.general(body, headers)];
  expect([isDirect(direct), isDirect(general)]).toEqual([true, false]);
  expect(commonOf(direct)).toEqual(commonOf(general));
  expect(loggedOf(direct)).toEqual(loggedOf(general));
}

describe('a known operation is answered before Fastify, and as Fastify would', () => {
  test.each([
    ['without further headers', {}],
    ['in the media type of GraphQL', { accept: 'application/graphql-response+json' }],
    ['in brotli', { 'accept-encoding': 'gzip, br' }],
    ['in gzip', { 'accept-encoding': 'gzip' }],
    ['in no coding that is known', { 'accept-encoding': 'zstd' }],
    ['to a page elsewhere', { origin: ORIGIN }],
    ['to somebody with a token', { authorization: 'Bearer abc' }],
    ['with a charset', { 'content-type': 'application/json; charset=utf-8' }],
    ['by a client that waits to be told to go on', { expect: '100-continue' }],
  ])('%s', async (_, headers) => {
    await open();
    await expectBothAlike(MEETING, headers);
  });

  test('also where the answer is too large for one packet, and compressed', async () => {
    await open();
    const query = `{ events { edges { node { ${'abcdefgh'.replaceAll(/./g, (name) => `${name}: mentions { quote { exact } } `)} } } } }`;
    await app.general({ query });
    await expectBothAlike({ query });
    await expectBothAlike({ query }, { 'accept-encoding': 'br' });
  });

  test('also where the answer is sent in parts', async () => {
    await open();
    const query = '{ histogram(filter: { from: "1750-01-01" }) { buckets { period from to certain } } }';
    await app.general({ query });
    await expectBothAlike({ query });
    await expectBothAlike({ query }, { 'accept-encoding': 'gzip' });
    expect((await app.direct({ query })).body.length).toBeGreaterThan(3 * 64 * 1024);
  });

  test.each([
    ['listed', ['https://other.example', ORIGIN]],
    ['not listed', ['https://other.example']],
    ['of a server that lets none in', []],
  ])('to a page %s', async (_, corsOrigins) => {
    await open({ corsOrigins });
    await expectBothAlike(MEETING, { origin: ORIGIN });
    await expectBothAlike(MEETING);
  });

  test.each([
    ['that is believed', ['127.0.0.1']],
    ['that is not believed', ['10.0.0.1']],
  ])('behind a proxy %s', async (_, trustProxy) => {
    await open({ trustProxy });
    await expectBothAlike(MEETING, {
      'x-forwarded-proto': 'http, https',
      'x-forwarded-host': 'a.example, b.example',
      'x-forwarded-for': '198.51.100.1, 198.51.100.2',
    });
  });
});

describe('what is not answered before Fastify is answered by it', () => {
  test.each<[string, unknown, OutgoingHttpHeaders]>([
    ['an operation that is not known yet', { query: '{ timeline { revision } }' }, {}],
    ['a body that is no JSON', '{"query":', {}],
    ['no body', '', {}],
    ['a variable of the wrong type', { query: EVENT, variables: { id: {} } }, {}],
    ['a name that JSON readers stumble over', { ...MEETING, extensions: JSON.parse('{"__proto__":1}') }, {}],
    ['the same name in escapes', `{"query":${JSON.stringify(EVENT)},"\\u005f_proto__":1}`, {}],
    ['another type of body', MEETING, { 'content-type': 'text/plain' }],
    ['a body that is too large', { ...MEETING, extensions: { x: 'x'.repeat(70_000) } }, {}],
  ])('%s', async (_, body, headers) => {
    await open();
    const [direct, general] = [await app.direct(body, headers), await app.general(body, headers)];
    expect(isDirect(direct)).toBe(false);
    expect({ ...commonOf(direct), body: direct.body.toString() }).toEqual({
      ...commonOf(general),
      body: general.body.toString(),
    });
  });

  test('a fault, which is logged once', async () => {
    let failing = false;
    await open({ laidOver: (timeline) => textsFailingWhile(timeline, () => failing) });
    failing = true;
    const answer = await app.direct(MEETING);
    expect(JSON.parse(answer.body.toString()).errors[0].message).toBe('internal error');
    expect(answer.lines.filter(({ level }) => level === 50)).toHaveLength(1);
  });
});

describe('the limit of a client', () => {
  test('counts an answer once, whoever gives it', async () => {
    await open({ rateLimit: 6 });
    const unknown = { query: '{ timeline { revision } }' };
    const answers = [await app.direct(MEETING), await app.direct(unknown), await app.general(MEETING)];
    expect(answers.map(({ headers }) => headers['ratelimit'])).toEqual([
      '"client";r=4;t=60',
      '"client";r=3;t=60',
      '"client";r=2;t=60',
    ]);
    for (let left = 2; left > 0; left -= 1) await app.direct(MEETING);
    const refused = await app.direct(MEETING);
    expect([isDirect(refused), refused.status, refused.headers['retry-after']]).toEqual([false, 429, '60']);
  });
});

describe('a fault before anything is answered', () => {
  test('breaks off the connection, and is logged', async () => {
    const told: unknown[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void told.push(JSON.parse(line)) });
    app = await openDirectClient({ log });
    const server = createServer(
      answerDirectly(
        {
          log,
          corsOrigins: ['*'],
          operations: knownOperations(app.client.timeline, null),
          takeRequest: async () => ({ isGranted: true, headers: {} }),
          clientKeyOf: () => {
            throw new Error('no address');
          },
          askedOf: () => ({ protocol: 'http', host: '', ip: '' }),
        },
        () => {},
      ),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const headers = { 'content-type': 'application/json' };
    const asked = fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body: '{}' });
    await expect(asked).rejects.toThrow('fetch failed');
    server.close();
    expect(told).toMatchObject([{ level: 50, msg: 'request failed', err: { message: 'no address' } }]);
  });
});

describe('a connection', () => {
  const head = (length: number) =>
    `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

  test('answers requests that come in pieces and behind each other, in their order', async () => {
    await open();
    const body = JSON.stringify(MEETING);
    const other = JSON.stringify({ query: '{ timeline { revision } }' });
    const socket = connect(app.port, '127.0.0.1');
    const pieces = [
      head(body.length),
      body.slice(0, 40),
      body.slice(40) + head(other.length) + other,
      head(body.length) + body,
    ];
    let received = '';
    const done = new Promise<void>((resolve) => {
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        received += chunk;
        if (received.split('HTTP/1.1 200 OK').length === 4 && received.endsWith('}')) resolve();
      });
    });
    for (const piece of pieces) {
      socket.write(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await done;
    socket.destroy();
    const fields = [...received.matchAll(/\{"data":\{"(\w+)"/g)].map(([, field]) => field);
    expect(fields).toEqual(['event', 'timeline', 'event']);
  });

  test('that is cut off within a body leaves the server as it was', async () => {
    await open();
    const socket = connect(app.port, '127.0.0.1');
    socket.write(`${head(100)}{"query":`);
    await new Promise((resolve) => setTimeout(resolve, 0));
    socket.destroy();
    expect((await app.direct(MEETING)).status).toBe(200);
  });
});
