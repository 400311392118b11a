import type { Caller } from '../domain/query/timeline-query.ts';
import type { EventDate } from '../domain/time/event-date.ts';
import { readFilter } from '../timeline/filter/read-filter.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type Html, html, isolated, own } from './html.ts';
import { counted } from './numbers.ts';
import type { keepOverviews, Overview } from './overview.ts';
import type { Page, Site } from './page.ts';
import { downloadsOf } from './parts/downloads.ts';
import type { ListedEvent } from './parts/event-entry.ts';
import { entryList, rankedList } from './parts/event-list.ts';
import { type FilterNames, readFilterNames } from './parts/filter-names.ts';
import type { keepEntries } from './parts/keep-entries.ts';
import { pager } from './parts/pager.ts';
import { oembedPath, surroundingsOf } from './parts/surroundings.ts';
import { filterEntries, ORDERS, type Selection, selectionPath } from './selection.ts';

/** The number of events of a page that asks for no other number. */
const PAGE_SIZE = 50;

/** The parts of pages that are kept from one request to the next. */
export interface KeptParts {
  readonly overviewOf: ReturnType<typeof keepOverviews>;
  readonly entryOf: ReturnType<typeof keepEntries>;
}

/** `/`: the timeline, or the part of it that the address selects. */
export async function homePage(
  timeline: Timeline,
  { overviewOf, entryOf }: KeptParts,
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
    timeline.asJson('PUBLIC').listEvents({ filter, order: ORDERS[order], ...paging, caller }),
    overviewOf(filter, revision),
  ]);
  const documents = list.edges.map(({ node }) => node);
  const found = isWhole
    ? `${counted(eventCount, 'event')} from ${counted(articleCount, 'article')}`
    : foundWords(overview);
  const names = await readFilterNames(timeline, selection, overview.facets ?? []);
  const { after: _after, before: _before, ...lasting } = selection;
  const { above, story, beside } = overview.written(JSON.stringify([site.origin, lasting]), () =>
    surroundingsOf(site, lasting, overview, { found, names }),
  );
  const isDated = order === 'date' || order === '-date';
  const listed = isDated
    ? entryList(documents.map((document) => entryOf(document, site.prefix)))
    : rankedList(documents.map((document): ListedEvent => JSON.parse(document)));
  return {
    title: isWhole ? site.record.name : titleOf(selection, found, names),
    description: [site.record.description, `${found}. Every date leads back to the words that gave it.`]
      .filter((text) => text !== null)
      .join(' '),
    canonical: selectionPath('/', selection),
    section: '/',
    isListed: isWhole,
    isComplete: overview.isWhole,
    alternates: [
      ...downloadsOf(selection),
      { href: oembedPath(site, selection), type: 'application/json+oembed', title: 'Embed' },
    ],
    main: html`<h1 class="unseen">${isWhole ? 'The timeline' : 'Events found'}</h1>
${isFirst && site.record.description !== null ? html`<p class="lead intro">${isolated(site.record.description)}</p>` : null}
${above}
${isFirst && order !== 'relevance' ? story : null}
${documents.length === 0 ? emptyList(eventCount === 0, await dateIn(timeline, selection.text)) : listed}
${pager('/', selection, list.pageInfo)}
</div>
${beside}
</div>
<p class="new" role="status" data-stream="${own(`/v1/changes/stream?since=${revision}`)}"></p>`,
  };
}

const foundWords = ({ count }: Overview): string =>
  count === null ? 'Events found' : `${counted(count, 'event')} found`;

const titleOf = (selection: Selection, found: string, names: FilterNames): string =>
  `${found}: ${filterEntries(selection)
    .map(({ name, value }) => names(name, value))
    .join(', ')}`.slice(0, 120);

/** The date that a search names, such as "17 December": titles and quotes seldom have it in the same words. */
async function dateIn(timeline: Timeline, text: Selection['text']): Promise<EventDate | null> {
  if (text == null) return null;
  const found = await timeline.resolveText(text);
  return found.flatMap((each) => (each.kind === 'resolved' ? (each.date ?? []) : []))[0] ?? null;
}

function emptyList(isNew: boolean, named: EventDate | null): Html {
  if (isNew)
    return html`<p class="empty">No article has been read yet. <a href="${own('/try')}">Try a text</a>, or see <a href="${own('/docs')}">how articles are added</a>.</p>`;
  const days =
    named === null
      ? null
      : html`<p class="empty">Do you look for <a href="${selectionPath('/', { from: named.earliest, to: named.latest })}">the events of ${named.display}</a>?</p>
`;
  return html`${days}<p class="empty">No event passes all these filters. Take one off, <a href="${own('/on-this-date/today')}">look up a day</a>, or <a href="${own('/')}">see the whole timeline</a>.</p>`;
}
