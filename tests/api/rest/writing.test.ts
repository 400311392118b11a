import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADAS_TOKEN, BY_ADA } from '../write-token.ts';
import { openRest, type RestClient } from './rest-client.ts';

const TALKS = 'Joe Biden spoke with Vladimir Putin on Tuesday.';
const ARTICLE = { text: TALKS, url: 'https://example.org/talks', title: 'Talks' };

let rest: RestClient;
beforeEach(async () => {
  rest = await openRest({ writeTokens: ADAS_TOKEN, maxArticleBytes: 1000 });
});
afterEach(() => rest.close());

const post = (url: string, payload: string | object, headers: Record<string, string> = {}) =>
  rest.request(url, { method: 'POST', headers: { ...BY_ADA, ...headers }, payload });
const TEXT = { 'content-type': 'text/plain' };

describe('posting an article', () => {
  test('adds it, says where it is, and changes nothing the second time', async () => {
    const first = await post('/v1/articles', ARTICLE);
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ outcome: 'ADDED', title: 'Talks', eventCount: 1, revision: 1 });
    expect(first.headers['location']).toBe(`/v1/articles/${first.json().articleId}`);
    const second = await post('/v1/articles', ARTICLE);
    expect([second.statusCode, second.json()]).toMatchObject([200, { outcome: 'UNCHANGED', revision: 1 }]);
  });

  test.each([
    ['text/plain; charset=utf-8', TALKS],
    ['text/markdown', `---\ntitle: Talks\n---\n${TALKS}`],
    [
      'text/html',
      `<html><body><article><h1>Talks</h1><p>${TALKS}</p><p>${TALKS}</p></article></body></html>`,
    ],
  ])('takes it as %s', async (type, body) => {
    const response = await post('/v1/articles?anchor=2021-12-28', body, { 'content-type': type });
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({ anchor: { date: '2021-12-28', basis: 'OVERRIDE' } });
  });

  test('takes a page in the charset that the request declares', async () => {
    const page = `<html><body><article><h1>Talks</h1><p>${TALKS}</p><p>The café of René stays open.</p></article></body></html>`;
    const type = { 'content-type': 'text/html; charset="ISO-8859-1"' };
    const response = await post('/v1/articles', Buffer.from(page, 'latin1'), type);
    expect(response.json()).toMatchObject({ eventCount: 1, warnings: [{ code: 'DEFAULT_ANCHOR' }] });
    const refused = await post('/v1/articles', page, { 'content-type': 'text/html; charset=martian' });
    expect([refused.statusCode, refused.json().detail]).toEqual([422, 'unknown charset "martian"']);
  });

  test.each([
    ['no article', TEXT, ' ', 422, 'BAD_ARTICLE'],
    ['no JSON', { 'content-type': 'application/json' }, '{', 422, 'BAD_ARTICLE'],
    ['a field that articles do not have', {}, { text: TALKS, texts: 1 }, 422, 'BAD_ARTICLE'],
    [
      'another language',
      TEXT,
      'Der Minister sprach am Dienstag in Berlin mit seinem Kollegen.',
      422,
      'LANGUAGE_NOT_SUPPORTED',
    ],
    ['more than is read', TEXT, TALKS.repeat(30), 413, 'ARTICLE_TOO_LARGE'],
    ['far more than is read', TEXT, 'x'.repeat(80_000), 413, 'BODY_TOO_LARGE'],
    ['a picture', { 'content-type': 'image/png' }, 'x', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('refuses %s', async (_, headers, body, status, code) => {
    const response = await post('/v1/articles', body, headers as Record<string, string>);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
    expect(await rest.timeline.readRevision()).toBe(0);
  });
});

describe('an article that is stored', () => {
  test('is read from another day, from its own again, and taken back', async () => {
    const id = (await post('/v1/articles', ARTICLE)).json().articleId;
    const anchored = await post(`/v1/articles/${id}/anchor`, { anchor: '2021-12-28' });
    expect(anchored.json()).toMatchObject({ outcome: 'REANCHORED', anchor: { basis: 'OVERRIDE' } });
    const own = await post(`/v1/articles/${id}/anchor`, { anchor: null });
    expect(own.json()).toMatchObject({ outcome: 'REANCHORED', anchor: { basis: 'DEFAULT' } });
    const gone = await rest.request(`/v1/articles/${id}`, { method: 'DELETE', headers: BY_ADA });
    expect(gone.json()).toEqual({ outcome: 'RETRACTED', articleId: id, withdrawnCount: 1, revision: 4 });
    expect(await rest.get(`/v1/articles/${id}`)).toMatchObject({ current: false, eventCount: 0 });
    expect(await rest.get('/v1/events')).toMatchObject({ events: [] });
  });

  test.each([
    ['POST', '/v1/articles/art_none/anchor', { anchor: null }, 404],
    ['POST', '/v1/articles/evt_none/anchor', { anchor: null }, 404],
    ['POST', '/v1/articles/art_none/anchor', { anchor: 'soon' }, 400],
    ['POST', '/v1/articles/art_none/anchor', {}, 400],
    ['DELETE', '/v1/articles/art_none', undefined, 404],
  ] as const)('%s %s with %j answers %i', async (method, url, payload, status) => {
    const response = await rest.request(url, { method, headers: BY_ADA, ...(payload && { payload }) });
    expect(response.statusCode).toBe(status);
  });
});

const WRITES = [
  ['POST', '/v1/articles'],
  ['POST', '/v1/articles/art_none/anchor'],
  ['DELETE', '/v1/articles/art_none'],
] as const;

describe.each(WRITES)('%s %s', (method, url) => {
  test.each([
    ['nothing', undefined],
    ['a wrong token', 'Bearer wrong'],
    ['the hash instead of the token', `Bearer ${ADAS_TOKEN[0]?.sha256}`],
    ['another scheme', 'Basic YWRhOmE='],
  ])('is not allowed by %s', async (_, authorization) => {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await rest.request(url, { method, headers, payload: { anchor: null } });
    expect([response.statusCode, response.json().code]).toEqual([401, 'UNAUTHORIZED']);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="dateline"');
  });

  test('is off where no token is configured, and says so', async () => {
    const closed = await openRest();
    const response = await closed.request(url, { method, headers: BY_ADA, payload: { anchor: null } });
    expect([response.statusCode, response.json()]).toMatchObject([
      403,
      { code: 'WRITING_DISABLED', detail: 'writing is off: this server has no WRITE_TOKENS' },
    ]);
    await closed.close();
  });
});

test('the audit trail names the holder of the token', async () => {
  const id = (await post('/v1/articles', ARTICLE)).json().articleId;
  await rest.request(`/v1/articles/${id}`, { method: 'DELETE', headers: BY_ADA });
  const entry = { by: 'ada', subject: id, why: null, at: '2021-12-22T09:30:00.000Z', before: [] };
  expect(await rest.get(`/v1/audit?about=${id}`)).toMatchObject({
    entries: [
      { ...entry, action: 'RETRACT', revision: 2 },
      { ...entry, action: 'INGEST', revision: 1 },
    ],
  });
});
