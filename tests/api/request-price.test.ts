import { channel } from 'node:diagnostics_channel';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { priceOf } from '../../src/api/http/request-price.ts';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';
import { saveAccounts } from './graphql/stored-accounts.ts';

let client: GraphqlClient;
let last: FastifyRequest | undefined;

const handled = channel('tracing:fastify.request.handler:start');
const note = (message: unknown): void => {
  last = Object(message).request;
};

beforeAll(async () => {
  client = await openGraphql();
  await saveAccounts(client.store);
  handled.subscribe(note);
});

afterAll(async () => {
  handled.unsubscribe(note);
  await client.close();
});

const priceOfLast = (): number => {
  if (last === undefined) throw new Error('no request was handled');
  return priceOf(last);
};

test.each([
  ['/v1/events', 20],
  ['/v1/events?limit=100&actor=a&actor=b&text=c', 103],
  ['/v1/facets?type=AGREE', 11],
  ['/v1/events/evt_meeting', 0],
  ['/healthz', 0],
])('the price of %s is the size of its page and the values of its filter', async (url, price) => {
  expect((await client.app.inject({ url })).statusCode).toBe(200);
  expect(priceOfLast()).toBe(price);
});

test('the price of a GraphQL request is that of its operation, compiled or not', async () => {
  for (const _ of ['by the resolvers', 'compiled']) {
    await client.ask('{ events(first: 7) { edges { node { id } } } }');
    expect(priceOfLast()).toBe(7);
  }
});

test('the price of a GraphQL request is that of its answer where the answer holds more', async () => {
  const query = '{ resolve(text: "They met on Tuesday, on Friday and in May.") { text } }';
  const { data } = await client.ask(query);
  expect(Object(data).resolve).toHaveLength(3);
  expect(priceOfLast()).toBe(3);
});

test('a request that is refused before it is run has no price', async () => {
  await client.ask('{ events(first: 7) { edges { node { nothing } } } }');
  expect(priceOfLast()).toBe(0);
});
