import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { dayEvent, saveChange } from '../api/rest/stored-events.ts';
import { browserTest } from '../support/browser-test.ts';
import type { TestBrowser } from '../support/open-browser.ts';
import { openPageService, type PageService } from './page-service.ts';
import { pdfText } from './pdf-text.ts';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let service: PageService;
let origin: string;

beforeAll(async () => {
  service = await openPageService();
  origin = await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => service.close());

/** A page, with the requests that leave its origin and the complaints of its console. */
async function open(browser: TestBrowser, path: string) {
  const { page, complaints } = await browser.openPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  await page.goto(`${origin}${path}`);
  return { page, complaints, foreign };
}

/** Colours go by the scheme and layout by the width, so that two looks show all of both. */
const LOOKS = [
  ['light', 1280],
  ['dark', 320],
] as const;

/** The second look differs in colours and layout alone, so that it is asked for these. */
const RULES = [
  { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  { runOnly: { type: 'rule', values: ['color-contrast', 'target-size', 'link-in-text-block'] } },
];

const axeRun = (rules: object): string => `axe.run(document, ${JSON.stringify(rules)})
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`;

const ACTIVE =
  "document.activeElement.getAttribute('href') || document.activeElement.id || document.activeElement.textContent";

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe('each page, light and wide, dark and narrow, asks no other host, fits, and passes axe', () => {
  for (const name of [
    'home',
    'filtered',
    'event',
    'article',
    'actor',
    'day',
    'compare',
    'compare form',
    'try',
    'about',
    'errors',
    'embed',
    'error',
  ])
    browserTest(name, async ({ browser }) => {
      const { page, complaints, foreign } = await open(browser, service.paths[name] ?? '');
      await page.evaluate(AXE);
      const found: unknown[] = [];
      for (const [index, [colorScheme, width]] of LOOKS.entries()) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        found.push(await page.evaluate(axeRun(RULES[index] ?? {})), await page.evaluate(OVERFLOW));
      }
      expect(found).toEqual([[], 0, [], 0]);
      // The browser says so itself where a page is that of an error.
      expect([complaints.filter((said) => !said.includes('404')), foreign]).toEqual([[], []]);
    });
});

const idsOn = (page: Page): Promise<readonly string[]> =>
  page.locator('article.event').evaluateAll((articles) => articles.map(({ id }) => id));

browserTest(
  'keys lead to the search and from event to event, until they are turned off',
  async ({ browser }) => {
    const { page } = await open(browser, '/');
    const focused = () => page.evaluate(ACTIVE);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('#main');
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('j');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await page.keyboard.press('/');
    expect(await focused()).toBe('text');
    await page.getByRole('button', { name: 'Keys / j k: on' }).click();
    await page.keyboard.press('j');
    expect(await focused()).toBe('Keys / j k: off');
  },
);

browserTest(
  'a brush over the picture selects the events that the API gives for its days',
  async ({ browser }) => {
    const { page } = await open(browser, '/?from=2021-12-01&to=2021-12-31');
    const box = await page.locator('.density svg').boundingBox();
    if (box === null) throw new Error('there is no picture');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.6, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, y, { steps: 4 });
    await Promise.all([page.waitForURL(/from=2021-12-(?!01)/), page.mouse.up()]);
    const { searchParams } = new URL(page.url());
    const query = `from=${searchParams.get('from')}&to=${searchParams.get('to')}`;
    const listed = await service.get(`/v1/events?${query}&fields=id&limit=100`);
    expect(listed).toMatchObject({ events: (await idsOn(page)).map((id) => ({ id })) });
  },
);

browserTest('a filter is sent by the form, and taken off by its chip', async ({ browser }) => {
  const { page } = await open(browser, '/');
  const all = await idsOn(page);
  await page.getByLabel('Search titles and quotes').fill('minister told');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await idsOn(page)).toEqual(['evt_told']);
  await page.getByRole('link', { name: 'words: minister told' }).click();
  expect(await idsOn(page)).toEqual(all);
});

browserTest('without a script everything is a link or a form', async ({ browser }) => {
  const { page } = await open(browser, '/');
  const plain = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  const reader = await plain?.newPage();
  if (plain === undefined || reader === undefined) throw new Error('there is no browser');
  await reader.goto(`${origin}/`);
  await reader.getByLabel('Search titles and quotes').fill('minister told');
  await reader.getByRole('button', { name: 'Show' }).click();
  expect(await idsOn(reader)).toEqual(['evt_told']);
  await reader.getByRole('link', { name: 'The minister speaks: told' }).click();
  expect(await reader.locator('.citation').innerText()).toContain('/events/evt_told?revision=');
  await reader.goto(`${origin}/try`);
  await reader.getByRole('button', { name: 'Read it' }).click();
  expect(await reader.locator('mark').count()).toBeGreaterThan(1);
  await reader.goto(`${origin}/compare`);
  await reader.getByRole('button', { name: 'Compare' }).click();
  expect(await reader.getByRole('heading', { level: 1 }).innerText()).toBe('Two articles compared');
  await plain.close();
});

browserTest('with forced colours the bars and the marks of dates stay visible', async ({ browser }) => {
  const { page } = await open(browser, '/');
  await page.emulateMedia({ forcedColors: 'active' });
  const fills = await page.evaluate(
    `['.density .sure', '.hatch-line', '.mark'].map((name) => getComputedStyle(document.querySelector(name)).fill)`,
  );
  const ink = await page.evaluate('getComputedStyle(document.body).color');
  const paper = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
  expect(fills).toEqual([ink, ink, ink]);
  expect(ink).not.toBe(paper);
});

browserTest('a change is said in a live region, and moves nothing', async ({ browser }) => {
  const { page } = await open(browser, '/');
  const before = await idsOn(page);
  await saveChange(service.store, { events: [dayEvent('fresh', '2021-12-15')] });
  await page.getByRole('status').filter({ hasText: '1 new or changed event' }).waitFor();
  expect(await idsOn(page)).toEqual(before);
});

browserTest('an event is shared by its address, and its citation copied', async ({ browser }) => {
  const { page } = await open(browser, '/events/evt_told');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write', 'local-network-access']);
  const copied = () => page.evaluate('navigator.clipboard.readText()');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await copied()).toBe('https://timeline.example/events/evt_told');
  await page.locator('.cite').getByRole('button', { name: 'Copy' }).first().click();
  await page.locator('.cite').getByRole('button', { name: 'Copied' }).waitFor();
  expect(await copied()).toBe(await page.locator('.citation').innerText());
});

browserTest('a printed event has its citation', async ({ browser }) => {
  const { page } = await open(browser, '/events/evt_told');
  const text = pdfText(await page.pdf())
    .normalize('NFKC')
    .replaceAll(/\s/g, '');
  const citation = await page.locator('.citation').innerText();
  expect(citation).toContain('Winter <Talks>, Sample & Sons, revision');
  expect(text).toContain(citation.replaceAll(/\s/g, ''));
});
