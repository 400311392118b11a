/*
 * `npm run print:pictures`: takes the pictures of the README anew, of the bundled timeline: the first page and the page of
 * an event, light and dark. They are small, for a reader of the README loads all of them.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../support/open-browser.ts';
import { openDocsService } from './docs-service.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const SIZE = { width: 900, height: 520 };

/** The title of the event that is shown has these words. */
const SHOWN = /serious consequences/;

const service = await openDocsService('https://timeline.example');
const browser = await openBrowser();
const origin = await service.listen();
await mkdir(FOLDER, { recursive: true });
for (const colorScheme of ['light', 'dark'] as const) {
  const { page } = await browser.openPage();
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(SIZE);
  await page.goto(`${origin}/?from=2021-12-01&to=2021-12-31`);
  await page.screenshot({ path: join(FOLDER, `timeline-${colorScheme}.png`) });
  await page.getByRole('link', { name: SHOWN }).first().click();
  await page.getByRole('heading', { level: 1, name: SHOWN }).waitFor();
  await page.screenshot({ path: join(FOLDER, `event-${colorScheme}.png`) });
}
await browser.close();
await service.close();
