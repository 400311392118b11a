import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ingestMeetingTwice } from '../support/ingest-meeting-twice.ts';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';
import { ADAS_TOKEN, BY_ADA } from './write-token.ts';

const PURGER = 'a-token-that-may-purge';
const BY_PURGER = { authorization: `Bearer ${PURGER}` };
const writeTokens = [
  ...ADAS_TOKEN,
  { name: 'cleo', sha256: createHash('sha256').update(PURGER).digest('hex'), mayPurge: true },
];
const TEXT = 'Joe Biden spoke with Vladimir Putin on 7 December 2021.';

describe('REST', () => {
  let rest: RestClient;
  let id: string;

  const post = (url: string, payload: string | object, headers: object = BY_PURGER) =>
    rest.request(url, {
      method: 'POST',
      headers: {
        'content-type': typeof payload === 'string' ? 'text/plain' : 'application/json',
        ...headers,
      },
      payload,
    });

  beforeEach(async () => {
    rest = await openRest({ writeTokens });
    id = (await post('/v1/articles', TEXT)).json().articleId;
  });
  afterEach(() => rest.close());

  test('purges an article, which answers 410 from then on, and is never taken up again', async () => {
    const purged = await post(`/v1/articles/${id}/purge`, { reason: 'PRIVACY' });
    expect([purged.statusCode, purged.json()]).toEqual([
      200,
      { outcome: 'PURGED', articleId: id, versionCount: 1, revision: 2 },
    ]);
    const detail = `article "${id}" was removed for good (PRIVACY)`;
    for (const answer of [
      await rest.request(`/v1/articles/${id}`),
      await post('/v1/articles', TEXT),
      await post('/v1/articles?restore=true', TEXT),
    ])
      expect([answer.statusCode, answer.json()]).toMatchObject([410, { code: 'PURGED', detail }]);
  });

  test('an earlier version that rested on it alone answers 410 with the reason', async () => {
    const { events } = (await rest.request('/v1/events')).json();
    await post(`/v1/articles/${id}/purge`, { reason: 'COURT_ORDER' });
    const answer = await rest.request(`/v1/events/${events[0].id}?revision=1`);
    expect([answer.statusCode, answer.json()]).toMatchObject([410, { code: 'PURGED' }]);
    expect(answer.json().detail).toContain('(COURT_ORDER)');
  });

  test.each(['', '?revision=2', '?asOf=2021-12-21', '/around', '/explain'])(
    'an event that rested on it alone answers 410 with the reason at "%s"',
    async (resource) => {
      const { events } = (await rest.request('/v1/events')).json();
      await post(`/v1/articles/${id}/purge`, { reason: 'COURT_ORDER' });
      const answer = await rest.request(`/v1/events/${events[0].id}${resource}`);
      expect([answer.statusCode, answer.json()]).toMatchObject([
        410,
        {
          code: 'PURGED',
          detail: `event "${events[0].id}" rested on an article that was removed (COURT_ORDER)`,
        },
      ]);
    },
  );

  test('refuses a token without the right, and a reason that is none', async () => {
    const other = await post(`/v1/articles/${id}/purge`, { reason: 'PRIVACY' }, BY_ADA);
    expect([other.statusCode, other.json()]).toMatchObject([
      403,
      { code: 'RIGHT_MISSING', detail: 'the token of ada may not purge articles' },
    ]);
    const nobody = await post(
      `/v1/articles/${id}/purge`,
      { reason: 'PRIVACY' },
      { authorization: 'Bearer x' },
    );
    expect(nobody.statusCode).toBe(401);
    const vague = await post(`/v1/articles/${id}/purge`, { reason: 'SPITE' });
    expect([vague.statusCode, vague.json().code]).toEqual([400, 'BAD_PARAMETER']);
  });

  test('takes a retracted article up again only when it says so', async () => {
    await rest.request(`/v1/articles/${id}`, { method: 'DELETE', headers: BY_ADA });
    expect((await post('/v1/articles', TEXT)).json().outcome).toBe('UNCHANGED');
    expect((await post('/v1/articles?restore=true', TEXT)).json()).toMatchObject({
      outcome: 'ADDED',
      articleId: id,
      eventCount: 1,
    });
  });

  test('stores no password of an address', async () => {
    const url = 'https://ada:secret@paper.example/story';
    const { articleId } = (await post('/v1/articles', { text: TEXT, url })).json();
    const article = (await rest.request(`/v1/articles/${articleId}`)).json();
    expect(article.url).toBe('https://paper.example/story');
  });

  test.each<[where: string, mediaType: string, payload: string | object, field: 'url' | 'basedOn']>([
    [
      'the article that another is based on',
      'application/json',
      { text: TEXT, basedOn: { url: 'https://ada:secret@paper.example/story' } },
      'basedOn',
    ],
    [
      'front matter',
      'text/markdown',
      `---\nurl: https://ada:secret@paper.example/story\n---\n${TEXT}\n`,
      'url',
    ],
    [
      'a page',
      'text/html',
      `<html><head><link rel="canonical" href="https://ada:secret@paper.example/story"></head><body><p>${TEXT}</p></body></html>`,
      'url',
    ],
  ])('stores no password of %s', async (_where, mediaType, payload, field) => {
    const headers = { ...BY_PURGER, 'content-type': mediaType };
    const { articleId } = (await post('/v1/articles', payload, headers)).json();
    const article = (await rest.request(`/v1/articles/${articleId}`)).json();
    const address = 'https://paper.example/story';
    expect(article[field]).toEqual(field === 'url' ? address : { publisher: null, url: address });
  });
});

describe('GraphQL', () => {
  let client: GraphqlClient;
  const PURGE = `mutation ($id: ID!) { purgeArticle(id: $id, reason: COPYRIGHT) { outcome articleId versionCount } }`;

  beforeEach(async () => {
    client = await openGraphql({ writeTokens });
  });
  afterEach(() => client.close());

  test('purges an article with the right alone, and leaves what another one tells', async () => {
    await ingestMeetingTwice(client.timeline);
    const list = '{ articles(first: 5) { edges { node { id } } } events { totalCount } }';
    const { data } = await client.ask(list);
    const [first] = Object(data).articles.edges;
    const variables = { id: first.node.id };
    const refused = (await client.post({ query: PURGE, variables }, BY_ADA)).json();
    expect(refused.errors).toMatchObject([{ extensions: { code: 'RIGHT_MISSING' } }]);
    const purged = (await client.post({ query: PURGE, variables }, BY_PURGER)).json();
    expect(purged.data.purgeArticle).toMatchObject({ outcome: 'PURGED', articleId: first.node.id });
    const left = Object((await client.ask(list)).data);
    expect([left.articles.edges.length, left.events.totalCount]).toEqual([1, 2]);
  });

  test('an event that rested on it alone is refused with the reason', async () => {
    const [first] = await ingestMeetingTwice(client.timeline);
    const list = await client.ask('{ events { edges { node { id title } } } }');
    const ids: readonly string[] = Object(list.data).events.edges.map(
      (edge: { node: { id: string } }) => edge.node.id,
    );
    await client.post({ query: PURGE, variables: { id: first } }, BY_PURGER);
    const ask = (id: string) => client.ask('query ($id: ID!) { event(id: $id) { title } }', { id });
    const answers = await Promise.all(ids.map(ask));
    const refused = ids.filter((_, n) => answers[n]?.errors !== undefined);
    expect(refused).toHaveLength(1);
    const [id = ''] = refused;
    const refusal = {
      data: { event: null },
      errors: [
        {
          message: `event "${id}" rested on an article that was removed (COPYRIGHT)`,
          path: ['event'],
          extensions: { code: 'PURGED' },
        },
      ],
    };
    // The second time, the operation is compiled.
    expect(await ask(id)).toMatchObject(refusal);
    expect(await ask(id)).toMatchObject(refusal);
    expect(await client.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toMatchObject({
      data: { node: null },
      errors: [{ extensions: { code: 'PURGED' } }],
    });
  });

  test('takes a retracted article up again only when it says so', async () => {
    const ingest =
      'mutation ($restore: Boolean! = false) { ingestArticle(article: { text: "Joe Biden spoke with Vladimir Putin on 7 December 2021." }, restore: $restore) { outcome article { id } } }';
    const send = async (query: string, variables: object = {}) =>
      Object((await client.post({ query, variables }, BY_ADA)).json().data);
    const { ingestArticle } = await send(ingest);
    await send('mutation ($id: ID!) { retractArticle(id: $id) { outcome } }', {
      id: ingestArticle.article.id,
    });
    expect((await send(ingest)).ingestArticle.outcome).toBe('UNCHANGED');
    expect((await send(ingest, { restore: true })).ingestArticle).toEqual({
      outcome: 'ADDED',
      article: ingestArticle.article,
    });
  });
});
