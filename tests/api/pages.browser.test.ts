import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { browserTest } from '../support/browser-test.ts';
import type { TestBrowser } from '../support/open-browser.ts';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';
import { dayEvent, saveChange } from './rest/stored-events.ts';

let server: GraphqlClient;
let origin: string;

beforeAll(async () => {
  server = await openGraphql();
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  await saveChange(server.store, { events: [dayEvent('talks', '2021-12-21')] });
});
afterAll(() => server.close());

/** A page of the server, and what it asked of any other host. */
async function open(browser: TestBrowser, path: string) {
  const { page, complaints } = await browser.openPage();
  const foreign: string[] = [];
  await page.route('**/*', (route) => {
    const { href, origin: asked } = new URL(route.request().url());
    if (asked === origin || asked === 'null') return route.continue();
    foreign.push(href);
    return route.abort();
  });
  await page.goto(`${origin}${path}`);
  return { page, complaints, foreign };
}

/** Waits until a part of the page has the words. */
const shows = (page: Page, part: string, words: string): Promise<void> =>
  page.locator(part).filter({ hasText: words }).first().waitFor();

browserTest(
  'GraphiQL describes the schema and runs a query in a browser, and asks no other host',
  async ({ browser }) => {
    const { page, complaints, foreign } = await open(browser, '/graphiql');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await shows(page, '.graphiql-plugin', 'A timeline that cites its sources');
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await shows(page, '.result-window', 'The minister speaks: talks');
    expect([complaints, foreign]).toEqual([[], []]);
  },
);

browserTest('GraphiQL, opened at /graphql, follows a subscription over a socket', async ({ browser }) => {
  const query = encodeURIComponent('subscription { changes(since: 0) { id } }');
  const { page, complaints, foreign } = await open(browser, `/graphql`);
  expect(new URL(page.url()).pathname).toBe('/graphiql');
  await page.goto(`${origin}/graphiql?query=${query}`);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await shows(page, '.result-window', 'evt_talks');
  expect([complaints, foreign]).toEqual([[], []]);
});

browserTest('Swagger UI tries a route in a browser, and asks no other host', async ({ browser }) => {
  const { page, complaints, foreign } = await open(browser, '/docs');
  await page.getByRole('button', { name: 'GET /healthz', exact: false }).first().click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByRole('button', { name: 'Execute' }).click();
  await shows(page, '.live-responses-table', '"version": "0.0.0-test"');
  expect([complaints, foreign]).toEqual([[], []]);
});

browserTest('the first page lists what the timeline holds, and asks no other host', async ({ browser }) => {
  const { page, complaints, foreign } = await open(browser, '/');
  await shows(page, 'body', 'The minister speaks: talks');
  expect([complaints, foreign]).toEqual([[], []]);
});
