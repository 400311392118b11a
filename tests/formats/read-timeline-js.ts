import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestBrowser } from '../support/open-browser.ts';

const DIST = fileURLToPath(new URL('dist', import.meta.resolve('@knight-lab/timelinejs/package.json')));

const PAGE = (url: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A timeline</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/css/timeline.css">
<div id="timeline" style="width: 1200px; height: 700px"></div>
<script src="/js/timeline.js"></script>
<script>
  const timeline = new TL.Timeline('timeline', ${JSON.stringify(url)}, { font: 'georgia-helvetica', script_path: 'http://embedder.localhost/js/' });
  timeline.on('ready', () => { document.title = 'ready'; });
</script>`;

/** The element that TimelineJS shows in place of a timeline that it cannot read. */
const REFUSAL = '.tl-message-content:has(strong)';

const ANY_ORIGIN = { 'access-control-allow-origin': '*' };

/** The timeline that TimelineJS3 shows, with its complaints. */
export interface ShownTimeline {
  /** The ids of the events on its axis, in the order of the document. */
  readonly markers: readonly string[];
  /** The date and the headline of each slide, including the title slide. */
  readonly slides: readonly { readonly date: string; readonly headline: string }[];
  readonly eras: readonly string[];
  readonly groups: readonly string[];
  /** Errors and warnings of the console, uncaught errors, and the refusal of the timeline. */
  readonly complaints: readonly string[];
  /** The requests to other hosts than those of the page and the timeline. */
  readonly foreign: readonly string[];
}

/**
 * Opens a timeline as a page of another site embeds it. The library comes from its package, the JSON from a URL or from
 * a text in place of a server's answer.
 */
export async function readTimelineJs(
  browser: TestBrowser,
  url: string,
  answer?: string,
): Promise<ShownTimeline> {
  const { page, complaints } = await browser.openPage();
  const foreign: string[] = [];
  await page.route('**/*', (route) => {
    const asked = new URL(route.request().url());
    if (asked.href === url && answer !== undefined)
      return route.fulfill({ contentType: 'application/json', headers: ANY_ORIGIN, body: answer });
    if (asked.origin === new URL(url).origin) return route.continue();
    if (asked.host !== 'embedder.localhost') {
      foreign.push(asked.href);
      return route.abort();
    }
    return asked.pathname === '/'
      ? route.fulfill({ contentType: 'text/html', body: PAGE(url) })
      : route.fulfill({ path: join(DIST, asked.pathname) });
  });
  await page.goto('http://embedder.localhost/');
  await page.waitForFunction(`document.title === 'ready' || document.querySelector('${REFUSAL}')`);
  const refusals = await page.locator(REFUSAL).allTextContents();
  const texts = (selector: string) => page.locator(selector).allTextContents();
  const slides = await page.locator('.tl-slide').evaluateAll((all) =>
    all.map((slide) => ({
      date: slide.querySelector('.tl-headline-date')?.textContent ?? '',
      headline: slide.querySelector('.tl-headline')?.textContent ?? '',
    })),
  );
  const markers = await page.locator('.tl-timemarker').evaluateAll((all) => all.map(({ id }) => id));
  const shown = {
    markers: markers.map((id) => id.replace(/-marker$/, '')),
    slides,
    eras: await texts('.tl-timeera'),
    groups: await texts('.tl-timegroup-message'),
    complaints: [...complaints, ...refusals],
    foreign,
  };
  await page.close();
  return shown;
}
