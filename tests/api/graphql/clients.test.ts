import { createHash } from 'node:crypto';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { cacheExchange, fetchExchange, Client as Urql } from '@urql/core';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { dayEvents, saveChange } from '../rest/stored-events.ts';
import { ADAS_TOKEN, BY_ADA } from '../write-token.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';

const EVENTS = `query Events($first: Int, $after: String, $filter: EventFilter) {
  events(first: $first, after: $after, filter: $filter) {
    edges { cursor node { id date { edtf } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const CHANGES =
  'subscription Changes($since: Int) { changes(since: $since) { change event { date { edtf } } } }';
const INGEST = 'mutation Ingest($article: ArticleInput!) { ingestArticle(article: $article) { outcome } }';

const ids = ['evt_day-000', 'evt_day-001', 'evt_day-002', 'evt_day-003', 'evt_day-004'];

let server: GraphqlClient;
let origin: string;

beforeAll(async () => {
  server = await openGraphql({
    writeTokens: ADAS_TOKEN,
    following: { intervalMs: 5, heartbeatMs: 60_000, maxFollowers: 10 },
  });
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  await saveChange(server.store, { events: dayEvents(5) });
});
afterAll(() => server.close());

interface Page {
  readonly events: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

const idsOf = (page: Page | undefined): readonly string[] =>
  page?.events.edges.map(({ node }) => node.id) ?? [];

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Over HTTP with a token, with the number of requests that it has sent. */
function openApollo() {
  const sent: string[] = [];
  const link = new HttpLink({
    uri: `${origin}/graphql`,
    headers: BY_ADA,
    fetch: (input, options) => {
      sent.push(String(options?.body));
      return fetch(input, options);
    },
  });
  const events = relayStylePagination(['filter', 'orderBy']);
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { events } } } });
  return { apollo: new ApolloClient({ link, cache }), sent };
}

/** A client of `graphql-transport-ws` that is closed after the test. */
function openSocketClient() {
  const client = createClient({ url: `${origin.replace('http', 'ws')}/graphql` });
  onTestFinished(() => void client.dispose());
  return client;
}

describe('Apollo Client', () => {
  test('goes from page to page, keeps one list of them, and asks for nothing twice', async () => {
    const { apollo, sent } = openApollo();
    const list = apollo.watchQuery<Page>({ query: gql(EVENTS), variables: { first: 3 } });
    const first = await new Promise<Page>((resolve) => {
      list.subscribe(({ data, dataState }) => void (dataState === 'complete' && resolve(data)));
    });
    expect(idsOf(first)).toEqual(ids.slice(0, 3));
    await list.fetchMore({ variables: { first: 3, after: first.events.pageInfo.endCursor } });
    const { data } = await apollo.query<Page>({ query: gql(EVENTS), variables: { first: 3 } });
    expect(idsOf(data)).toEqual(ids);
    expect(sent).toHaveLength(2);
  });

  test('sends a query once in full, then its hash alone, by GET', async () => {
    const asked: string[] = [];
    const http = new HttpLink({
      uri: `${origin}/graphql`,
      fetch: (input, options) => {
        asked.push(`${options?.method} ${String(options?.body ?? input).includes('pageInfo')}`);
        return fetch(input, options);
      },
    });
    const persisted = new PersistedQueryLink({ sha256: hashOf, useGETForHashedQueries: true });
    const apollo = new ApolloClient({ link: persisted.concat(http), cache: new InMemoryCache() });
    for (const first of [1, 2])
      expect(idsOf((await apollo.query<Page>({ query: gql(EVENTS), variables: { first } })).data)).toEqual(
        ids.slice(0, first),
      );
    expect(asked).toEqual(['GET false', 'POST true', 'GET false']);
  });

  test('tells the messages of a query that is refused, not the status alone', async () => {
    const { apollo } = openApollo();
    const error = await apollo
      .query({ query: gql('{ events { edges { node { colour } } } }') })
      .catch((reason: unknown) => reason);
    expect(CombinedGraphQLErrors.is(error) && error.errors).toMatchObject([
      { message: 'Cannot query field "colour" on type "Event".', extensions: { code: 'BAD_QUERY' } },
    ]);
  });

  test('hears of the event of an article that it has sent', async () => {
    const { apollo } = openApollo();
    const link = new GraphQLWsLink(openSocketClient());
    const follower = new ApolloClient({ link, cache: new InMemoryCache() });
    const variables = { since: await server.store.readRevision() };
    const heard = new Promise((resolve, reject) => {
      follower.subscribe({ query: gql(CHANGES), variables }).subscribe({ next: resolve, error: reject });
    });
    const article = {
      text: 'NATO ministers met in Brussels on 1 December 2021.',
      publisher: 'Evening Sample',
    };
    const { data } = await apollo.mutate({ mutation: gql(INGEST), variables: { article } });
    expect(data).toMatchObject({ ingestArticle: { outcome: 'ADDED' } });
    expect(await heard).toMatchObject({
      data: { changes: { change: 'ADDED', event: { date: { edtf: '2021-12-01' } } } },
    });
  });
});

describe.each([true, false])('urql, with GET preferred: %s', (preferGetMethod) => {
  const open = () =>
    new Urql({ url: `${origin}/graphql`, preferGetMethod, exchanges: [cacheExchange, fetchExchange] });

  test('is answered, and the second time by its own cache', async () => {
    const urql = open();
    const variables = { first: 2, filter: { from: '2020-01-02' } };
    const ask = () => urql.query<Page>(EVENTS, variables).toPromise();
    expect(idsOf((await ask()).data)).toEqual(['evt_day-001', 'evt_day-002']);
    expect((await ask()).operation.context.meta?.cacheOutcome).toBe('hit');
  });

  test('tells the messages of a query that is refused', async () => {
    const { error } = await open().query('{ events(first: 1000) { edges { node { id } } } }', {}).toPromise();
    expect(error?.graphQLErrors.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
      [expect.stringMatching(/1000/), 'BAD_PAGE'],
    ]);
  });
});

describe('graphql-ws', () => {
  test('is told of an event when an article is added', async () => {
    const variables = { since: await server.store.readRevision() };
    const next = openSocketClient().iterate({ query: CHANGES, variables }).next();
    const text = 'Joe Biden will speak with Vladimir Putin on 30 December 2021.';
    await openApollo().apollo.mutate({ mutation: gql(INGEST), variables: { article: { text } } });
    expect((await next).value).toMatchObject({
      data: { changes: { change: 'ADDED', event: { date: { edtf: '2021-12-30' } } } },
    });
  });

  test('is refused a subscription that the schema does not have', async () => {
    const changes = openSocketClient().iterate({ query: 'subscription { weather }' });
    await expect(changes.next()).rejects.toMatchObject([{ message: expect.stringMatching(/"weather"/) }]);
  });
});
