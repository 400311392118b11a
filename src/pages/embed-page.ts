import type { TimelineEvent } from '../domain/event/event.ts';
import type { Caller } from '../domain/query/timeline-query.ts';
import { plainLine } from '../formats/text/plain-text.ts';
import { readFilter } from '../timeline/filter/read-filter.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type Html, html, htmlText, isolated, type OwnPath, own, raw } from './html.ts';
import { counted } from './numbers.ts';
import type { Site } from './page.ts';
import { dateMark, dateWords, hedgeMark } from './parts/date-mark.ts';
import { densityPicture } from './parts/density.ts';
import { languageOf } from './parts/frame.ts';
import { readDensity } from './parts/read-density.ts';
import { eventPath } from './paths.ts';
import { ORDERS, type Selection, selectionPath } from './selection.ts';

/** A page of another site has less room, and the whole answer stays under 30 kB. */
const EMBEDDED = 20;
const LONGEST_TITLE = 160;

/** The path of the script that fits a frame to its contents. Pages of other sites name it, so it stays. */
export const EMBED_SCRIPT_PATH = '/embed.js';

/** The ways to show a selection in a frame. */
export const EMBED_VIEWS = ['list', 'picture'] as const;

/** The contents of a frame. */
export interface Embedded {
  readonly view: Html;
  /** How much of the selection is seen. */
  readonly extent: string;
  /** The page that shows the same. */
  readonly path: OwnPath;
}

/** A selection as a list, or as a picture over time. */
export async function readEmbedded(
  timeline: Timeline,
  { limit = EMBEDDED, ...selection }: Selection,
  view: (typeof EMBED_VIEWS)[number],
  caller: Caller,
): Promise<Embedded> {
  const filter = readFilter(selection);
  const path = selectionPath('/', selection);
  const count = await timeline.countEvents(filter, caller);
  if (view === 'picture') {
    const density = await readDensity(timeline, filter, caller);
    return {
      view: html`${density === null ? null : densityPicture(density, null)}`,
      extent: counted(count, 'event'),
      path,
    };
  }
  const first = Math.min(limit, EMBEDDED);
  const order = ORDERS[selection.order ?? 'date'];
  const { edges } = await timeline.listEvents({ filter, order, first, caller });
  const extent =
    edges.length < count ? `${edges.length} of ${counted(count, 'event')}` : counted(count, 'event');
  return { view: listOf(edges.map(({ node }) => node)), extent, path };
}

/** One event. */
export const embeddedEvent = (event: TimelineEvent): Embedded => ({
  view: listOf([event]),
  extent: counted(event.sourceCount, 'source'),
  path: eventPath(event.id),
});

const listOf = (events: readonly TimelineEvent[]): Html =>
  html`<ol class="neighbours">${events.map(
    (
      event,
    ) => html`<li><span class="date">${dateMark(event.date)} ${dateWords(event)}${hedgeMark(event) === null ? null : html`, ${hedgeMark(event)}`}</span> <a href="${eventPath(event.id)}" rel="noopener">${isolated(shortened(event.title))}</a></li>
`,
  )}</ol>`;

const shortened = (title: string): string =>
  title.length <= LONGEST_TITLE
    ? title
    : `${title
        .slice(0, LONGEST_TITLE)
        .replace(/\s\S{0,30}$/, '')
        .toWellFormed()} …`;

/** `/embed`: a part of the timeline inside a page of another site. Its links open outside the frame. */
export const embedPage = (site: Site, { view, extent, path }: Embedded, style: string): string =>
  htmlText(
    html`<!DOCTYPE html>
<html lang="${languageOf(site)}" data-embedded>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${site.record.name}</title>
<base target="_blank">
<style>${raw(style)}</style>
<script defer src="${own(EMBED_SCRIPT_PATH)}"></script>
</head>
<body class="embed">
<main>
<h1 class="unseen">${isolated(site.record.name)}</h1>
${view}
<p class="meta extent">${extent} · <a href="${path}" rel="noopener">${isolated(site.record.name)}</a></p>
</main>
</body>
</html>
`,
    site.prefix,
  );

const WIDTH = 640;
const HEIGHT = 480;

/** A frame that is offered to another site. */
export interface Offer {
  /** The whole address of `/embed`. */
  readonly address: string;
  /** The title of what is embedded. */
  readonly title: string;
  readonly maxwidth: number | undefined;
  readonly maxheight: number | undefined;
}

/** The answer of `/oembed` (oEmbed 1.0, type rich). */
export function oembedJson(site: Site, { address, title, maxwidth, maxheight }: Offer) {
  const width = Math.min(maxwidth ?? WIDTH, WIDTH);
  const height = Math.min(maxheight ?? HEIGHT, HEIGHT);
  return {
    version: '1.0',
    type: 'rich',
    provider_name: site.record.name,
    provider_url: `${site.origin}/`,
    ...(site.record.publisher !== null && { author_name: site.record.publisher }),
    title: plainLine(title),
    cache_age: 3600,
    html: embedSnippet(site, address, { width: String(width), height }),
    width,
    height,
  };
}

/** The HTML that an editor of another site pastes. Without the script, the frame keeps its height. */
export const embedSnippet = (site: Site, address: string, size = { width: '100%', height: HEIGHT }): string =>
  htmlText(
    html`<iframe src="${address}" title="${site.record.name}" width="${size.width}" height="${size.height}" loading="lazy" style="border:0"></iframe><script async src="${site.origin}${EMBED_SCRIPT_PATH}"></script>`,
    '',
  );
