import type { OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type NetworkAnswer, type NetworkClient, openNetworkClient } from './network-client.ts';
import { textsFailingWhile } from './texts-failing-while.ts';

const EVENT =
  'query ($id: ID!) { event(id: $id) { title mentions { quote { exact } article { title url } } } }';
const MEETING = { query: EVENT, variables: { id: 'evt_meeting' } };
const ORIGIN = 'https://reader.example';

let app: NetworkClient;

afterEach(() => app.client.close());

/** Opened, and asked once, so that the operation is compiled. */
async function open(parts: Parameters<typeof openNetworkClient>[0] = {}): Promise<void> {
  app = await openNetworkClient(parts);
  await app.post(MEETING);
}

const isCompiled = ({ lines }: NetworkAnswer): boolean =>
  lines.some(({ msg }) => msg === 'answered by a compiled operation');

/** The parts of an answer that do not differ between two requests. */
function commonOf({ status, text, headers }: NetworkAnswer) {
  const { date, 'x-request-id': id, ...others } = headers;
  return { status, text, headers: others, hasDate: date !== undefined, id: id?.length };
}

/** The lines at info, but for times and ports. */
const loggedOf = ({ lines, headers }: NetworkAnswer) =>
  lines
    .filter(({ level }) => level === 30)
    .map(({ msg, req, res, reqId, responseTime }) => [
      [msg, res, reqId === headers['x-request-id'], typeof responseTime],
      { ...Object(req), remotePort: null },
    ]);

let asked = 0;

/** Asks twice in words that are new: an operation is compiled when it has been executed once. */
async function expectBothAlike(
  { query, variables = {} }: { readonly query: string; readonly variables?: object },
  headers: OutgoingHttpHeaders = {},
): Promise<NetworkAnswer> {
  asked += 1;
  const body = { query: `${query} # ${asked}`, variables };
  const [general, compiled] = [await app.post(body, headers), await app.post(body, headers)];
  expect([isCompiled(general), isCompiled(compiled)]).toEqual([false, true]);
  expect(commonOf(compiled)).toEqual(commonOf(general));
  expect(loggedOf(compiled)).toEqual(loggedOf(general));
  expect(compiled.status).toBe(200);
  return compiled;
}

describe('a compiled operation is answered and logged as the same operation by its resolvers', () => {
  test.each<[string, OutgoingHttpHeaders, Readonly<Record<string, string | undefined>>]>([
    [
      'without further headers',
      {},
      { 'content-type': 'application/json; charset=utf-8', vary: 'Accept, Accept-Encoding' },
    ],
    [
      'in the media type of GraphQL',
      { accept: 'application/graphql-response+json' },
      { 'content-type': 'application/graphql-response+json; charset=utf-8' },
    ],
    [
      'small and in no coding, though brotli is accepted',
      { 'accept-encoding': 'gzip, br' },
      { 'content-encoding': undefined },
    ],
    [
      'small and in no coding, though gzip is accepted',
      { 'accept-encoding': 'gzip' },
      { 'content-encoding': undefined },
    ],
    ['in no coding that is unknown', { 'accept-encoding': 'zstd' }, { 'content-encoding': undefined }],
    ['to a page elsewhere', { origin: ORIGIN }, { 'access-control-allow-origin': '*' }],
    ['to a sender with a token', { authorization: 'Bearer abc' }, {}],
    ['with a charset', { 'content-type': 'application/json; charset=utf-8' }, {}],
    ['by a client that waits for permission to send', { expect: '100-continue' }, {}],
  ])('%s', async (_, headers, expected) => {
    await open();
    const answer = await expectBothAlike(MEETING, headers);
    expect({ ...answer.headers, ...expected }).toEqual(answer.headers);
  });

  test('also where the answer is too large for one packet, and compressed', async () => {
    await open();
    const query = `{ events { edges { node { ${'abcdefgh'.replaceAll(/./g, (name) => `${name}: mentions { quote { exact } } `)} } } } }`;
    await expectBothAlike({ query });
    const coded = await expectBothAlike({ query }, { 'accept-encoding': 'br' });
    expect(coded.headers['content-encoding']).toBe('br');
  });

  test('also where the answer is long', async () => {
    await open();
    const query = '{ histogram(filter: { from: "1750-01-01" }) { buckets { period from to certain } } }';
    const plain = await expectBothAlike({ query });
    const coded = await expectBothAlike({ query }, { 'accept-encoding': 'gzip' });
    expect([coded.text, coded.headers['content-encoding']]).toEqual([plain.text, 'gzip']);
    expect(plain.text.length).toBeGreaterThan(3 * 64 * 1024);
  });

  test.each([
    ['listed', ['https://other.example', ORIGIN], ORIGIN],
    ['not listed', ['https://other.example'], undefined],
    ['of a server that lets none in', [], undefined],
  ])('to a page %s', async (_, corsOrigins, allowed) => {
    await open({ corsOrigins });
    const toPage = await expectBothAlike(MEETING, { origin: ORIGIN });
    expect(toPage.headers['access-control-allow-origin']).toBe(allowed);
    expect(toPage.headers['vary']).toBe('Origin, Accept, Accept-Encoding');
    expect((await expectBothAlike(MEETING)).headers['access-control-allow-origin']).toBeUndefined();
  });

  test.each([
    ['that is believed', ['127.0.0.1'], 'max-age=31536000', '198.51.100.2', 'b.example'],
    ['that is not believed', ['10.0.0.1'], undefined, '127.0.0.1', 'own.example'],
  ])('behind a proxy %s', async (_, trustProxy, hsts, remoteAddress, host) => {
    await open({ trustProxy });
    const answer = await expectBothAlike(MEETING, {
      host: 'own.example',
      'x-forwarded-proto': 'http, https',
      'x-forwarded-host': 'a.example, b.example',
      'x-forwarded-for': '198.51.100.1, 198.51.100.2',
    });
    expect(answer.headers['strict-transport-security']).toBe(hsts);
    expect(answer.lines.at(-1)?.['req']).toMatchObject({
      method: 'POST',
      url: '/graphql',
      host,
      remoteAddress,
    });
  });
});

describe('an answer that no compiled operation gives', () => {
  test.each<[string, unknown, OutgoingHttpHeaders, number, string]>([
    ['a body that is no JSON', '{"query":', {}, 400, 'BAD_REQUEST'],
    ['no body', '', {}, 400, 'BAD_REQUEST'],
    ['a variable of the wrong type', { query: EVENT, variables: { id: {} } }, {}, 200, 'BAD_QUERY'],
    ['another type of body', MEETING, { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a body that is too large',
      { ...MEETING, extensions: { x: 'x'.repeat(70_000) } },
      {},
      413,
      'BODY_TOO_LARGE',
    ],
  ])('to %s is an error', async (_, body, headers, status, code) => {
    await open();
    const answer = await app.post(body, headers);
    expect([answer.status, JSON.parse(answer.text).errors[0].extensions.code]).toEqual([status, code]);
    expect(isCompiled(answer)).toBe(false);
  });

  test('to an operation that is not known yet comes from its resolvers', async () => {
    await open();
    const answer = await app.post({ query: '{ timeline { revision } }' });
    expect([answer.status, isCompiled(answer)]).toEqual([200, false]);
  });

  test('to a fault is masked, and logged once', async () => {
    let failing = false;
    await open({ laidOver: (timeline) => textsFailingWhile(timeline, () => failing) });
    failing = true;
    const answer = await app.post(MEETING);
    expect(JSON.parse(answer.text).errors[0].message).toBe('internal error');
    expect(answer.lines.filter(({ level }) => level === 50)).toHaveLength(1);
  });
});

test.each([
  [
    'as it is',
    `{"variables":{"id":"evt_meeting","__proto__":{"id":"evt_other"}},"query":${JSON.stringify(EVENT)}}`,
  ],
  ['in escapes', `{"variables":{"id":"evt_meeting","\\u005f_proto__":1},"query":${JSON.stringify(EVENT)}}`],
])('a member called __proto__, written %s, is one that nobody reads', async (_, body) => {
  await open();
  expect(JSON.parse((await app.post(body)).text)).toEqual(JSON.parse((await app.post(MEETING)).text));
});

describe('the limit of a client', () => {
  test('counts every answer once, compiled or not', async () => {
    await open({ rateLimit: 5, trustProxy: ['127.0.0.1'] });
    const send = (body: object) => app.post(body, { 'x-forwarded-for': '203.0.113.9' });
    const bodies = [MEETING, { query: '{ timeline { revision } }' }, MEETING];
    const left: unknown[] = [];
    for (const body of bodies) left.push((await send(body)).headers['ratelimit']);
    expect(left.map((text) => String(text).split(';')[1])).toEqual(['r=4', 'r=3', 'r=2']);
    for (let count = 2; count > 0; count -= 1) await send(MEETING);
    const refused = await send(MEETING);
    expect([isCompiled(refused), refused.status]).toEqual([false, 429]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
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
    expect((await app.post(MEETING)).status).toBe(200);
  });
});
