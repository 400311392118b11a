import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../src/api/app.ts';
import { ERROR_TABLE } from '../../../src/api/errors.ts';
import { openRest, type RestClient } from './rest-client.ts';
import { dayEvent, saveChange } from './stored-events.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await saveChange(rest.store, {
    events: [dayEvent('sharp', '2021-12-21', { title: '<script>alert("&")</script>' })],
  });
});

afterAll(() => rest.close());

describe('pages', () => {
  test('escape what comes from articles', async () => {
    const { body } = await rest.request('/');
    expect(body).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;');
    expect(body).not.toContain('<script>');
  });

  test('name the day in words and for machines', async () => {
    expect((await rest.request('/')).body).toContain(
      '<time class="when" datetime="2021-12-21"><bdi>the day 2021-12-21</bdi></time>',
    );
  });

  test('answer whatever query a link has picked up', async () => {
    expect((await rest.request('/?utm_source=mail')).statusCode).toBe(200);
  });

  test('run the script of this server alone and load nothing else', async () => {
    expect((await rest.request('/')).headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'self'; connect-src 'self'; form-action 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'$/,
    );
  });

  test('of the docs load from this server alone', async () => {
    const { body, headers } = await rest.request('/docs');
    expect(body).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
  });

  test.each(Object.entries(ERROR_TABLE))('explain %s', async (code, { title, status, description }) => {
    const { body } = await rest.request(`/problems/${code}`);
    for (const text of [`<h1>${title}</h1>`, `HTTP status ${status}`, description])
      expect(body).toContain(text);
  });

  test('list every error', async () => {
    const { body } = await rest.request('/problems');
    for (const code of Object.keys(ERROR_TABLE)) expect(body).toContain(`href="/problems/${code}"`);
  });
});

describe('operation', () => {
  test('the process says that it is up, and which version', async () => {
    expect(await rest.get('/healthz')).toEqual({ status: 'up', version: '0.0.0-test' });
  });

  test('the server says that it is ready', async () => {
    expect(await rest.get('/readyz')).toEqual({ status: 'ready', version: '0.0.0-test' });
  });

  test('health is never cached', async () => {
    expect((await rest.request('/healthz')).headers['cache-control']).toBe('no-store');
  });

  test('a request that is no HTTP is answered with a problem', async () => {
    const app = await buildApp({
      timeline: rest.timeline,
      log: false,
      version: '0',
      readiness: async () => ({ ready: true }),
    });
    const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let received = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        received += chunk;
      });
      socket.on('error', reject).on('close', () => resolve(received));
    });
    await app.close();
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
  });
});

describe('other origins', () => {
  const from = (origin: string, client = rest) => client.request('/v1/events', { headers: { origin } });

  test('may read by default', async () => {
    expect((await from('https://a.example')).headers['access-control-allow-origin']).toBe('*');
  });

  test('may read the paging links and the entity tag', async () => {
    const exposed = String((await from('https://a.example')).headers['access-control-expose-headers']);
    expect(exposed.split(', ')).toEqual(expect.arrayContaining(['link', 'etag']));
  });

  test('may not read where the operator names others', async () => {
    const closed = await openRest({ corsOrigins: ['https://b.example'] });
    const refused = await from('https://a.example', closed);
    const allowed = await from('https://b.example', closed);
    expect([refused, allowed].map(({ headers }) => headers['access-control-allow-origin'])).toEqual([
      undefined,
      'https://b.example',
    ]);
    expect(allowed.headers['vary']).toBe('Origin, Accept-Encoding');
    await closed.close();
  });

  test('may ask beforehand', async () => {
    const response = await rest.request('/v1/resolve', {
      method: 'OPTIONS',
      headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
    });
    expect([response.statusCode, response.headers['access-control-allow-methods']]).toEqual([
      204,
      'GET, HEAD, POST, DELETE, OPTIONS',
    ]);
  });
});

const PATHS = ['/', '/v1/events', '/v1/events.csv', '/v1/none', '/v1/events/%ff', '/docs', '/openapi.json'];

describe.each([...PATHS, '/graphiql', '/graphiql/start.js', '/graphql?query={__typename}', '/healthz'])(
  '%s',
  (url) => {
    test('is never sniffed, framed, embedded, held or told where the reader came from', async () => {
      const { headers } = await rest.request(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    });

    // Fastify refuses a path that it cannot decode before it reads the headers of proxies.
    if (url.includes('%ff')) return;
    test('keeps to https once a proxy that is trusted says so', async () => {
      const behindProxy = await openRest({ trustProxy: ['10.0.0.1'] });
      const hstsOf = async (remoteAddress: string, protocol: string) =>
        (await behindProxy.request(url, { remoteAddress, headers: { 'x-forwarded-proto': protocol } }))
          .headers['strict-transport-security'];
      expect(await hstsOf('10.0.0.1', 'https')).toBe('max-age=31536000');
      expect(await hstsOf('10.0.0.1', 'http')).toBeUndefined();
      expect(await hstsOf('10.0.0.2', 'https')).toBeUndefined();
      await behindProxy.close();
    });
  },
);
