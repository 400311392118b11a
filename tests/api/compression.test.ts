import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, constants, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedCodings } from '../../src/api/http/compression/content-coding.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';
import { dayEvents, saveChange } from './rest/stored-events.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await saveChange(rest.store, { events: dayEvents(450) });
});
afterAll(() => rest.close());

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync } as const;
const CODINGS = ['br', 'gzip'] as const;

const ask = (url: string, encoding: string, headers = {}) =>
  rest.request(url, { headers: { 'accept-encoding': encoding, ...headers } });

describe('a client gets the coding that it likes best', () => {
  test.each<[string | undefined, readonly string[]]>([
    [undefined, []],
    ['', []],
    ['identity', []],
    ['gzip', ['gzip']],
    ['gzip, deflate, br', ['br', 'gzip']],
    ['GZIP, br;q=0.9', ['gzip', 'br']],
    ['*', ['br', 'gzip']],
    ['*;q=0.1, br;q=0', ['gzip']],
    ['br;q=nonsense', []],
  ])('%j means %j', (header, expected) => {
    expect(acceptedCodings(header)).toEqual(expected);
  });
});

describe.each(CODINGS)('in %s', (coding) => {
  test.each([
    '/v1/events?limit=100',
    '/v1/events.csv',
    '/v1/events.ndjson',
    '/v1/events.ics',
    '/v1/events.atom',
    '/openapi.json',
    '/',
    '/graphiql/graphiql.css',
    '/docs/static/swagger-ui.css',
    '/graphql?query={events(first:100){edges{node{id title}}}}',
  ])('%s is what it is in plain, and smaller', async (url) => {
    const plain = await rest.request(url);
    const coded = await ask(url, coding);
    expect(coded.headers['content-encoding']).toBe(coding);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(DECODERS[coding](coded.rawPayload).toString()).toBe(plain.body);
    expect(coded.rawPayload.length).toBeLessThan(plain.rawPayload.length);
    for (const { headers } of [plain, coded]) expect(headers['vary']).toContain('Accept-Encoding');
  });

  test('HEAD has the headers of GET', async () => {
    const got = await ask('/v1/events?limit=50', coding);
    const head = await rest.request('/v1/events?limit=50', {
      method: 'HEAD',
      headers: { 'accept-encoding': coding },
    });
    for (const name of ['etag', 'vary', 'content-encoding', 'content-length', 'content-type'])
      expect(head.headers[name], name).toBe(got.headers[name]);
    expect(head.body).toBe('');
  });

  test('an answer has a tag of its own, which is found again', async () => {
    const plain = String((await rest.request('/v1/events')).headers['etag']);
    const coded = String((await ask('/v1/events', coding)).headers['etag']);
    expect(coded).toBe(plain.replace(/"$/, `-${coding}"`));
    const again = await ask('/v1/events', coding, { 'if-none-match': coded });
    expect([again.statusCode, again.headers['etag'], again.headers['vary']]).toEqual([
      304,
      coded,
      'Accept-Encoding',
    ]);
    expect((await ask('/v1/events', coding, { 'if-none-match': plain })).statusCode).toBe(304);
  });

  test('the tag of an answer does not stand for one that the client cannot read', async () => {
    const tag = String((await ask('/v1/events', coding)).headers['etag']);
    expect((await ask('/v1/events', 'identity', { 'if-none-match': tag })).statusCode).toBe(200);
  });
});

test('an answer of less than a kilobyte is sent as it is', async () => {
  const { headers } = await ask('/healthz', 'br');
  expect(headers['content-encoding']).toBeUndefined();
});

describe.each([
  ['br', () => createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH })] as const,
  ['gzip', () => createGunzip({ flush: constants.Z_SYNC_FLUSH })] as const,
])('a stream in %s', (coding, decoder) => {
  /** An export with something to happen after so many of its events. */
  const openInterrupted = (after: number, interrupt: () => Promise<void>): Promise<RestClient> =>
    openListening((timeline) => ({
      async *exportEvents(...selection) {
        let count = 0;
        for await (const event of timeline.exportEvents(...selection)) {
          yield event;
          count += 1;
          if (count === after) await interrupt();
        }
      },
      async *exportTexts(...selection) {
        let count = 0;
        for await (const texts of timeline.exportTexts(...selection)) {
          yield texts;
          count += texts.length;
          if (count >= after) await interrupt();
        }
      },
    }));

  test('begins before its end is known', async () => {
    let goOn = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const client = await openInterrupted(100, () => waiting);
    let text = '';
    for await (const piece of (await receive(client, '/v1/events.csv', coding)).pipe(decoder())) {
      text += String(piece);
      goOn();
    }
    expect(text.split('\r\n')).toHaveLength(1 + 450 + 1);
    await client.close();
  });

  test('that breaks off says what it had to say, and has no end', async () => {
    const client = await openInterrupted(250, () => Promise.reject(new Error('broken')));
    const response = await receive(client, '/v1/events.ndjson?fields=id,title,mentions', coding);
    const decoding = decoder();
    response.on('data', (piece) => decoding.write(piece)).on('close', () => decoding.end());
    let text = '';
    const decoded = async () => {
      for await (const piece of decoding) text += String(piece);
    };
    await expect(decoded()).rejects.toThrow('unexpected end of file');
    const lines: unknown[] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ error: { code: 'INTERNAL' } });
    expect(lines.length).toBeGreaterThan(200);
    await client.close();
  });
});

test('server-sent events are never compressed', async () => {
  const client = await openListening();
  const response = await receive(client, '/v1/changes/stream', 'br, gzip');
  expect(response.headers['content-encoding']).toBeUndefined();
  const [first] = await once(response, 'data');
  expect(String(first)).toBe('retry: 2000\n: following\n\n');
  response.destroy();
  await client.close();
});

async function openListening(laidOver?: Parameters<typeof openRest>[1]): Promise<RestClient> {
  const client = await openRest({}, laidOver);
  await saveChange(client.store, { events: dayEvents(450) });
  await client.app.listen({ port: 0, host: '127.0.0.1' });
  return client;
}

/** The answer as it comes in over a socket. */
async function receive({ app }: RestClient, path: string, encoding: string): Promise<IncomingMessage> {
  const { port } = app.server.address() as AddressInfo;
  const request = get({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': encoding } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}
