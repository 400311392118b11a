import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_QUERY } from '../../../src/api/graphql/http/graphiql/default-query.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { saveAccounts } from './stored-accounts.ts';

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql();
  await saveAccounts(client.store);
});

afterAll(() => client.close());

describe('GraphiQL', () => {
  test('is one page whose files all lie on this server', async () => {
    const { body, headers } = await client.app.inject('/graphiql');
    const addresses = Array.from(body.matchAll(/(?:src|href)="([^"]+)"/g), ([, address]) => address);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(addresses).toEqual([
      'data:,',
      'graphiql/graphiql.css',
      'graphiql/graphiql.js',
      'graphiql/start.js',
    ]);
  });

  test.each([
    ['graphiql.js', 'text/javascript; charset=utf-8'],
    ['graphiql.css', 'text/css; charset=utf-8'],
    ['start.js', 'text/javascript; charset=utf-8'],
    ['editorWorkerService.worker.js', 'text/javascript; charset=utf-8'],
    ['json.worker.js', 'text/javascript; charset=utf-8'],
    ['graphql.worker.js', 'text/javascript; charset=utf-8'],
  ])('serves %s', async (name, type) => {
    const response = await client.app.inject(`/graphiql/${name}`);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe(type);
    expect(response.body.length).toBeGreaterThan(500);
  });

  test('answers other files like any other address that leads nowhere', async () => {
    const response = await client.app.inject('/graphiql/package.json');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: 'ROUTE_NOT_FOUND' });
  });

  test('sends subscriptions over a WebSocket', async () => {
    const { body } = await client.app.inject('/graphiql/start.js');
    expect(body).toContain("subscriptionsProtocol: 'WS'");
  });

  test('is where a browser is led that opens /graphql', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const { statusCode, headers } = await client.app.inject({ url: '/graphql', headers: { accept } });
    expect([statusCode, headers.location]).toEqual([303, 'graphiql']);
    expect(headers.vary).toBe('Accept');
  });

  test.each([
    ['a query', '/graphql?query={timeline{revision}}', 'text/html', 200],
    ['no query for a program', '/graphql', '*/*', 400],
    ['no query in JSON', '/graphql', 'application/json, text/html;q=0.9', 400],
  ])('is not the answer to %s', async (_, url, accept, status) => {
    expect((await client.app.inject({ url, headers: { accept } })).statusCode).toBe(status);
  });

  test('opens with a query that this server answers', async () => {
    const { data, errors } = await client.ask(DEFAULT_QUERY);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      timeline: { eventCount: 5 },
      resolve: [{ text: 'last Tuesday' }, { text: 'early next year' }],
    });
  });
});
