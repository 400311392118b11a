import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type GraphqlClient, openGraphql } from '../api/graphql/graphql-client.ts';
import { dayEvent, dayEvents, saveChange } from '../api/rest/stored-events.ts';
import { browserTest } from '../support/browser-test.ts';

const FILE = fileURLToPath(new URL('query-page.html', import.meta.url));

let server: GraphqlClient;
let origin: string;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  server = await openGraphql();
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const marked = dayEvent('marked', '2021-12-21', { title: 'Talks <img src=x onerror="throw 1">' });
  await saveChange(server.store, { events: [...dayEvents(12), marked] });
});
afterAll(() => server.close());

/** The page lies elsewhere than the timeline. */
browserTest.beforeEach(async ({ browser }) => {
  ({ page, complaints } = await browser.openPage());
  await page.route('http://reader.localhost/**', (route) => route.fulfill({ path: FILE }));
  await page.goto(`http://reader.localhost/?timeline=${origin}`);
});

const ask = async (fields: Readonly<Record<string, string>>): Promise<string> => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  const answered = page.waitForResponse(`${origin}/graphql`);
  await page.getByRole('button', { name: 'Ask' }).click();
  await answered;
  return saidWhen(/./);
};

/** The status line of the page, once it matches the pattern. */
async function saidWhen(pattern: RegExp): Promise<string> {
  const status = page.getByRole('status').filter({ hasText: pattern });
  await status.waitFor();
  return status.innerText();
}

browserTest(
  'the query page lists events of a range with what they rest on, and goes on to the next page',
  async () => {
    expect(await ask({ From: '2020-01-01', To: '2020-12-31' })).toBe('Events so far: 10');
    expect(await page.getByRole('listitem').first().innerText()).toBe(
      'the day 2020-01-01: The minister speaks: day-000\nOn Tuesday the minister spoke in Moscow. (Talks & <trouble>, Dateline)',
    );
    await page.getByRole('button', { name: 'More' }).click();
    expect(await saidWhen(/12/)).toBe('Events: 12');
    expect(await page.getByRole('button', { name: 'More' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  },
);

browserTest('a title is text, whatever it says, and leads to the event', async () => {
  expect(await ask({ Words: 'talks' })).toBe('Events: 1');
  const link = page.getByRole('link');
  expect([await link.innerText(), await link.getAttribute('href')]).toEqual([
    'Talks <img src=x onerror="throw 1">',
    `${origin}/v1/events/evt_marked`,
  ]);
  expect(complaints).toEqual([]);
});

browserTest('a page that cannot be had is said to be missing', async () => {
  await ask({ From: '2020-01-01', To: '2020-12-31' });
  await page.route(`${origin}/graphql`, (route) => route.abort());
  await page.getByRole('button', { name: 'More' }).click();
  expect(await saidWhen(/fetch/)).toBe('Failed to fetch');
});

browserTest('what the server refuses is said in its words', async () => {
  expect(await ask({ From: '2021-12-31', To: '2021-12-01' })).toMatch(/2021-12-31/);
});
