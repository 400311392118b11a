import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { openRest, type RestClient } from '../api/rest/rest-client.ts';
import { dayEvents, saveChange } from '../api/rest/stored-events.ts';
import { browserTest } from '../support/browser-test.ts';

let server: RestClient;
let origin: string;

beforeAll(async () => {
  server = await openRest();
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  await saveChange(server.store, { events: dayEvents(12) });
});
afterAll(() => server.close());

const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

browserTest(
  'the page that embeds a timeline gives the frame the height of its contents',
  async ({ browser }) => {
    const { page, complaints } = await browser.openPage();
    const example = await readFile(inRepository('examples/embed.html'), 'utf8');
    const body = example
      .replaceAll('http://127.0.0.1:3000', origin)
      .replace('from=2021-12-01&amp;to=2021-12-31', 'from=2020-01-01&amp;to=2022-12-31');
    await page.route('http://paper.localhost/**', (route) =>
      route.fulfill({ contentType: 'text/html', body }),
    );
    await page.goto('http://paper.localhost/');
    const content = page.frameLocator('iframe').locator('main');
    await content.getByRole('listitem').nth(11).waitFor();
    await page.waitForFunction("document.querySelector('iframe').style.height !== ''");
    const heights = [await page.locator('iframe').boundingBox(), await content.boundingBox()].map((box) =>
      box === null ? 0 : Math.round(box.height),
    );
    const [frame = 0, main = 0] = heights;
    // The body of the frame has a small padding.
    expect(frame - main).toBeGreaterThanOrEqual(0);
    expect(frame - main).toBeLessThan(50);
    expect(complaints).toEqual([]);
  },
);

browserTest(
  'the front end lists events by the client, opens their accounts and says why a request is refused',
  async ({ browser }) => {
    const { page, complaints } = await browser.openPage();
    await page.route('http://reader.localhost/**', async (route) => {
      const path = new URL(route.request().url()).pathname;
      const client = /\/dateline\/dist\/(client\/.*)\.js$/.exec(path)?.[1];
      if (client !== undefined) {
        const source = await readFile(inRepository(`src/${client}.ts`), 'utf8');
        return route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(source) });
      }
      return route.fulfill({
        path: inRepository(`examples/front-end${path === '/' ? '/index.html' : path}`),
      });
    });
    await page.goto(`http://reader.localhost/?timeline=${origin}`);
    await page.getByText('10 events').waitFor();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByText('12 events').waitFor();
    await page.getByText('the day 2020-01-01: The minister speaks: day-000').click();
    await page.getByText('On Tuesday the minister spoke in Moscow.').waitFor();
    await page.getByLabel('From').fill('2022-01-01');
    await page.getByLabel('To').fill('2021-01-01');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('status').filter({ hasText: 'after its end on 2021-01-01' }).waitFor();
    expect(complaints).toEqual([]);
  },
);
