import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, expectTypeOf, onTestFinished, test } from 'vitest';
import { createClient, RefusedRequest, type TimelineClient } from '../../src/client/create-client.ts';
import {
  ChangesDocument,
  EventDocument,
  type EventQuery,
  EventsDocument,
  FacetsDocument,
  HistogramDocument,
  IngestArticleDocument,
  OnThisDateDocument,
  ResolveDocument,
} from '../../src/client/operations.ts';
import { type GraphqlClient, openGraphql } from '../api/graphql/graphql-client.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { buildChange, buildEvent, dayDate } from '../store/build-event.ts';
import { saveArticle } from '../store/save-change.ts';

let server: GraphqlClient;
let origin: string;
let client: TimelineClient;

beforeAll(async () => {
  server = await openGraphql({ writeTokens: ADAS_TOKEN });
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = createClient({ origin });
  const events = [
    buildEvent('early', { date: dayDate('1971-12-21') }),
    buildEvent('late', { date: dayDate('2021-12-21') }),
  ];
  await saveArticle(server.store, buildChange({ events }));
});
afterAll(() => server.close());

describe('each operation is answered', () => {
  test('Events, page by page', async () => {
    const first = await client.ask(EventsDocument, { first: 1, orderBy: 'DATE_DESC' });
    expect(first.events.edges.map(({ node }) => node.id)).toEqual(['evt_late']);
    const { endCursor } = first.events.pageInfo;
    const second = await client.ask(EventsDocument, { first: 1, orderBy: 'DATE_DESC', after: endCursor });
    expect(second.events.edges.map(({ node }) => node.id)).toEqual(['evt_early']);
    expect(second.events.pageInfo.hasNextPage).toBe(false);
  });

  test('Event, with its accounts and a citation', async () => {
    const { event } = await client.ask(EventDocument, { id: 'evt_late' });
    expect(event).toMatchObject({
      title: 'Event late',
      date: { edtf: '2021-12-21', role: 'ON' },
      cite: expect.stringContaining('evt_late'),
      mentions: [{ quote: { exact: 'They met (late).' }, rule: 'weekday/same-or-last' }],
    });
    expect((await client.ask(EventDocument, { id: 'evt_nobody' })).event).toBeNull();
  });

  test('OnThisDate', async () => {
    const { onThisDate } = await client.ask(OnThisDateDocument, { month: 12, day: 21 });
    expect(onThisDate.edges.map(({ node }) => node.id)).toEqual(['evt_early', 'evt_late']);
  });

  test('Facets, Histogram and Changes', async () => {
    const { facets } = await client.ask(FacetsDocument, { facets: ['type'] });
    expect(facets).toEqual([
      { facet: 'type', values: [{ value: 'CONSULT', name: expect.any(String), count: 2 }] },
    ]);
    const { histogram } = await client.ask(HistogramDocument, { filter: { from: '2021-12-01' } });
    expect(histogram.buckets).toMatchObject([{ period: '2021-12', certain: 1, possible: 0 }]);
    const { changes } = await client.ask(ChangesDocument, { since: 0, first: 1 });
    expect(changes.edges).toMatchObject([{ node: { revision: 1, change: 'ADDED' } }]);
  });

  test('Resolve', async () => {
    const { resolve } = await client.ask(ResolveDocument, { text: 'They met on Tuesday.' });
    expect(resolve).toMatchObject([{ text: 'Tuesday', date: { edtf: '2021-12-21' } }]);
  });

  test('IngestArticle, with a token', async () => {
    const writer = createClient({ origin, token: BY_ADA.authorization.replace('Bearer ', '') });
    const article = {
      text: 'Ministers will meet in Geneva on 10 January 2022.',
      publisher: 'Evening Sample',
    };
    const { ingestArticle } = await writer.ask(IngestArticleDocument, { article });
    expect(ingestArticle).toMatchObject({ outcome: 'ADDED', eventCount: 1, revision: 2 });
  });
});

test('answers and variables have the types of the schema', () => {
  type Told = NonNullable<EventQuery['event']>;
  expectTypeOf<Told['date']['earliest']>().toEqualTypeOf<string | null>();
  expectTypeOf<Told['modality']>().toEqualTypeOf<'ASSERTED' | 'PLANNED' | 'REPORTED' | 'UNREAL'>();
  expectTypeOf(client.ask<EventQuery, { readonly id: string }>).parameters.toExtend<
    [unknown, { readonly id: string }]
  >();
});

describe('a refusal has the code', () => {
  const refusal = async (asked: Promise<unknown>) => {
    const error = await asked.catch((reason: unknown) => reason);
    if (!(error instanceof RefusedRequest)) throw new Error('it was not refused', { cause: error });
    return { code: error.code, status: error.status, message: error.message };
  };

  test('of the server', async () => {
    const filter = { from: '2022-01-01', to: '2021-01-01' };
    expect(await refusal(client.ask(EventsDocument, { filter }))).toMatchObject({ code: 'BAD_FILTER' });
    const article = { text: 'They met on Tuesday.' };
    expect(await refusal(client.ask(IngestArticleDocument, { article }))).toMatchObject({
      code: 'UNAUTHORIZED',
      status: 401,
    });
  });

  test('null where another server answered', async () => {
    const proxy = createServer((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
    onTestFinished(() => void proxy.close());
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    const { port } = proxy.address() as AddressInfo;
    const astray = createClient({ origin: `http://127.0.0.1:${port}` });
    expect(await refusal(astray.ask(EventsDocument))).toEqual({
      code: null,
      status: 502,
      message: 'the answer is not one of GraphQL, but 502 without a media type',
    });
  });
});

test('the latest revision that an answer has shown goes along with later requests', async () => {
  const sent: (string | string[] | undefined)[] = [];
  const shown = ['7', '5', undefined, '8'];
  const replicated = createServer(({ headers }, response) => {
    sent.push(headers['dateline-revision']);
    const revision = shown[sent.length - 1];
    const own = revision === undefined ? {} : { 'dateline-revision': revision };
    response.writeHead(200, { 'content-type': 'application/graphql-response+json', ...own });
    response.end('{"data":{}}');
  });
  onTestFinished(() => void replicated.close());
  await new Promise<void>((listening) => replicated.listen(0, '127.0.0.1', listening));
  const { port } = replicated.address() as AddressInfo;
  const reader = createClient({ origin: `http://127.0.0.1:${port}` });
  for (const _ of [...shown, undefined]) await reader.ask(EventsDocument);
  expect(sent).toEqual([undefined, '7', '7', '7', '8']);
});
