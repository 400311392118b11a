import type { Caller } from '../domain/query/timeline-query.ts';
import { urlOf } from '../formats/event/addresses.ts';
import { FORMAT_NAMES, type FormatName } from '../formats/export/event-format-names.ts';
import { counted } from '../formats/text/plain-text.ts';
import { readFilter } from '../timeline/filter/read-filter.ts';
import type { DigestDay } from '../timeline/read/timeline-reading.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { embedSnippet } from './embed-page.ts';
import { type Html, html, htmlText, isolated, joined, type OwnPath, own, raw } from './html.ts';
import type { keepOverviews, Overview, Surroundings } from './overview.ts';
import { type Page, type Site, wholeUrl } from './page.ts';
import { dayWords } from './parts/date-mark.ts';
import { densityPicture } from './parts/density.ts';
import { eventList, rankedList } from './parts/event-list.ts';
import { facetLinks, filterChips, filterForm } from './parts/filter-form.ts';
import { pager } from './parts/pager.ts';
import { eventPath } from './paths.ts';
import { filterEntries, ORDERS, type Selection, selectionPath } from './selection.ts';

/** The number of events of a page that asks for no other number. */
const PAGE_SIZE = 50;

/** `/`: the timeline, or the part of it that the address selects. */
export async function homePage(
  timeline: Timeline,
  overviewOf: ReturnType<typeof keepOverviews>,
  site: Site,
  selection: Selection,
  caller: Caller,
): Promise<Page> {
  const { order = 'date', limit = PAGE_SIZE, after, before } = selection;
  const filter = readFilter(selection);
  const paging =
    before === undefined ? { first: limit, ...(after !== undefined && { after }) } : { last: limit, before };
  const isFirst = after === undefined && before === undefined;
  const isWhole = filterEntries(selection).length === 0;
  const { articleCount, eventCount, revision } = await timeline.describe();
  const [list, overview] = await Promise.all([
    timeline.listEvents({ filter, order: ORDERS[order], ...paging, caller }),
    overviewOf(filter, revision),
  ]);
  const days = isFirst && order !== 'relevance' ? (overview.days ?? []) : [];
  const events = list.edges.map(({ node }) => node);
  const found = isWhole
    ? `${counted(eventCount, 'event')} from ${counted(articleCount, 'article')}`
    : overview.count === null
      ? 'Events found'
      : `${counted(overview.count, 'event')} found`;
  const { after: _after, before: _before, ...lasting } = selection;
  const { above, beside } = overview.written(JSON.stringify([site.origin, lasting]), () =>
    surroundingsOf(site, lasting, overview, found),
  );
  const isDated = order === 'date' || order === '-date';
  return {
    title: isWhole ? site.record.name : titleOf(selection, found),
    description: [site.record.description, `${found}. Every date leads back to the words that gave it.`]
      .filter((text) => text !== null)
      .join(' '),
    canonical: selectionPath('/', selection),
    section: '/',
    isListed: isWhole,
    isComplete: overview.isWhole,
    alternates: [
      ...downloadsOf(selection).map(({ href, type, title }) => ({ href, type, title })),
      { href: oembedPath(site, selection), type: 'application/json+oembed', title: 'Embed' },
    ],
    main: html`<h1 class="unseen">${isWhole ? 'The timeline' : 'Events found'}</h1>
${isFirst && site.record.description !== null ? html`<p class="lead intro">${isolated(site.record.description)}</p>` : null}
${above}
${days.length < 3 ? null : digestSection(days)}
${events.length === 0 ? html`<p class="empty">No event passes all these filters. <a href="${own('/')}">See the whole timeline</a>.</p>` : isDated ? eventList(events) : rankedList(events)}
${pager('/', selection, list.pageInfo)}
</div>
${beside}
</div>
<p class="new" role="status" data-stream="${own(`/v1/changes/stream?since=${revision}`)}"></p>`,
  };
}

/** The search, the picture and the ways to narrow down, as text: they are most of a page. */
function surroundingsOf(
  site: Site,
  selection: Selection,
  { facets, density, isWhole }: Overview,
  found: string,
): Surroundings {
  const written = (part: Html): Html => raw(htmlText(part, site.prefix));
  return {
    above: written(html`${filterForm(selection)}
<div class="columns">
<div class="results">
<p class="found" role="status"><strong>${found}</strong> <a class="jump" href="#narrow">Narrow down</a></p>
${filterChips(selection, facets ?? [])}
${isWhole ? null : html`<p class="banner" role="note">There are too many events to count all of them in time. Fewer are counted at once: <a href="#from">choose some days</a>.</p>`}
${density === null ? null : densityPicture(density, selection)}`),
    beside: written(html`<aside id="narrow" aria-labelledby="narrow-title">
<h2 id="narrow-title">Narrow down</h2>
${facets === null ? null : facetLinks(selection, facets)}
${downloads(selection)}
${embedSection(site, selection)}
</aside>`),
  };
}

const titleOf = (selection: Selection, found: string): string =>
  `${found}: ${filterEntries(selection)
    .map(({ value }) => value)
    .join(', ')}`.slice(0, 120);

/** The story in a few dates: the days that most articles report, with their leading events. */
const digestSection = (
  days: readonly DigestDay[],
): Html => html`<section class="digest" aria-labelledby="digest-title">
<h2 id="digest-title">The story in ${days.length === 1 ? 'one date' : `${days.length} dates`}</h2>
<ol>${days.map(
  ({
    date,
    event,
  }) => html`<li><time datetime="${date}">${dayWords(date)}</time> <a href="${eventPath(event.id)}">${isolated(event.title)}</a></li>
`,
)}</ol>
</section>`;

const DOWNLOADS: Readonly<Partial<Record<FormatName, readonly [title: string, type: string]>>> = {
  atom: ['Feed (Atom)', 'application/atom+xml'],
  jsonfeed: ['JSON Feed', 'application/feed+json'],
  ics: ['Calendar', 'text/calendar'],
  csv: ['Table (CSV)', 'text/csv'],
  json: ['JSON', 'application/json'],
  jsonld: ['Linked data (JSON-LD)', 'application/ld+json'],
  geojson: ['Map data (GeoJSON)', 'application/geo+json'],
  'timelinejs.json': ['TimelineJS', 'application/json'],
  md: ['Markdown', 'text/markdown'],
};

/** The files of a selection. They are in the order of time where the page is by relevance. */
function downloadsOf(selection: Selection) {
  const order = selection.order === 'relevance' ? null : selection.order;
  return FORMAT_NAMES.flatMap((name) => {
    const [title, type] = DOWNLOADS[name] ?? [];
    if (title === undefined || type === undefined) return [];
    const href = selectionPath(`/v1/events.${name}`, selection, { order: order ?? null, limit: null });
    return [{ name, title, type, href }];
  });
}

const downloads = (
  selection: Selection,
): Html => html`<section class="facet downloads"><h3>Take it with you</h3>
<p>${joined(
  downloadsOf(selection).map(({ title, href, type }) => html`<a href="${href}" type="${type}">${title}</a>`),
  ' · ',
)}</p></section>`;

const oembedPath = (site: Site, selection: Selection): OwnPath =>
  own(urlOf('/oembed', { url: wholeUrl(site, selectionPath('/', selection)) }));

const embedSection = (
  site: Site,
  selection: Selection,
): Html => html`<section class="facet"><h3>Put it on your page</h3>
<details><summary>Embed this selection</summary>
<p>HTML to paste:</p>
<div><pre data-copy>${embedSnippet(site, wholeUrl(site, selectionPath('/embed', selection)))}</pre></div>
</details></section>`;
