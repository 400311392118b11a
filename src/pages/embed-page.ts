import type { TimelineEvent } from '../domain/event/event.ts';
import type { Caller } from '../domain/query/timeline-query.ts';
import { eventUrl } from '../formats/event/addresses.ts';
import { counted } from '../formats/text/plain-text.ts';
import { readFilter } from '../timeline/filter/read-filter.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { html, isolated } from './html.ts';
import type { Site } from './page.ts';
import { dateMark, dateWords, hedgeMark } from './parts/date-mark.ts';
import { ORDERS, type Selection, selectionUrl } from './selection.ts';

/** A page of another site has less room, and the whole answer stays under 30 kB. */
const EMBEDDED = 20;
const LONGEST_TITLE = 160;

/** The contents of a frame. */
export interface Embedded {
  readonly events: readonly TimelineEvent[];
  /** All that the selection finds. */
  readonly count: number;
  /** The path of the page that shows the same. */
  readonly path: string;
}

export async function readEmbedded(
  timeline: Timeline,
  { limit = EMBEDDED, ...selection }: Selection,
  caller: Caller,
): Promise<Embedded> {
  const filter = readFilter(selection);
  const first = Math.min(limit, EMBEDDED);
  const [list, count] = await Promise.all([
    timeline.listEvents({ filter, order: ORDERS[selection.order ?? 'date'], first, caller }),
    timeline.countEvents(filter, caller),
  ]);
  return { events: list.edges.map(({ node }) => node), count, path: selectionUrl('/', selection) };
}

/** `/embed`: a list inside a page of another site. Its links open outside the frame. */
export function embedPage(site: Site, { events, count, path }: Embedded, style: string): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${site.name}</title>
<base target="_blank">
<style>${{ html: style }}</style>
</head>
<body class="embed">
<main>
<ol class="neighbours">${events.map(
    (
      event,
    ) => html`<li><span>${dateWords(event)} ${dateMark(event.date)} ${hedgeMark(event)}</span> <a href="${eventUrl(site.origin, event.id)}" rel="noopener">${isolated(shortened(event.title))}</a></li>
`,
  )}</ol>
<p class="meta">${events.length < count ? `${events.length} of ${counted(count, 'event')}` : counted(count, 'event')}: <a href="${site.origin}${path}" rel="noopener">${isolated(site.name)}</a></p>
</main>
</body>
</html>
`.html;
}

const shortened = (title: string): string =>
  title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).toWellFormed()}…`;

/** The answer of `/oembed` (oEmbed 1.0, type rich) for an address of `/embed`. */
export const oembedJson = (site: Site, address: string, maxwidth: number | undefined) => {
  const width = Math.min(maxwidth ?? DEFAULT_WIDTH, DEFAULT_WIDTH);
  return {
    version: '1.0',
    type: 'rich',
    provider_name: site.name,
    provider_url: `${site.origin}/`,
    title: site.name,
    html: embedSnippet(site, address, width),
    width,
    height: HEIGHT,
  };
};

const DEFAULT_WIDTH = 640;
const HEIGHT = 480;

/** The HTML that an editor of another site pastes. */
export const embedSnippet = (site: Site, address: string, width: number | null = null): string =>
  html`<iframe src="${address}" title="${site.name}" width="${width ?? '100%'}" height="${HEIGHT}" loading="lazy" style="border:0"></iframe>`
    .html;
