import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { afterAll, beforeAll, expect } from 'vitest';
import { type GraphqlClient, openGraphql } from '../api/graphql/graphql-client.ts';
import { dayEvents, saveChange } from '../api/rest/stored-events.ts';
import { browserTest } from '../support/browser-test.ts';

let server: GraphqlClient;
let origin: string;

beforeAll(async () => {
  server = await openGraphql();
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  await saveChange(server.store, { events: dayEvents(3) });
});
afterAll(() => server.close());

const PAGE = (timeline: string) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="module">
  import { createClient } from './create-client.js';
  import { EventsDocument } from './operations.js';
  const client = createClient({ origin: '${timeline}' });
  const { events } = await client.ask(EventsDocument, { first: 2 });
  document.title = events.edges.map(({ node }) => node.id).join();
</script>`;

browserTest('the client runs in a browser unchanged, on a page of another site', async ({ browser }) => {
  const { page, complaints } = await browser.openPage();
  await page.route('http://reader.localhost/**', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1).replace(/\.js$/, '.ts');
    if (name === '') return route.fulfill({ contentType: 'text/html', body: PAGE(origin) });
    const source = await readFile(new URL(`../../src/client/${name}`, import.meta.url), 'utf8');
    return route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(source) });
  });
  await page.goto('http://reader.localhost/');
  await page.waitForFunction("document.title !== ''");
  expect(await page.title()).toBe('evt_day-000,evt_day-001');
  expect(complaints).toEqual([]);
});
