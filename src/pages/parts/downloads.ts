import { FORMAT_NAMES, type FormatName } from '../../formats/export/event-format-names.ts';
import { type Html, html, joined, type OwnPath } from '../html.ts';
import type { Alternate } from '../page.ts';
import { type Selection, selectionPath } from '../selection.ts';

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

/** The whole selection as a file. It is in the order of time where the page is by relevance. */
export function filePath(name: FormatName, selection: Selection): OwnPath {
  const order = selection.order === 'relevance' ? null : selection.order;
  return selectionPath(`/v1/events.${name}`, selection, { order: order ?? null, limit: null });
}

/** Files and feeds, each at the path that `pathOf` gives for its format. */
export const alternatesAt = (pathOf: (name: FormatName) => OwnPath): readonly Alternate[] =>
  FORMAT_NAMES.flatMap((name) => {
    const [title, type] = DOWNLOADS[name] ?? [];
    return title === undefined || type === undefined ? [] : [{ title, type, href: pathOf(name) }];
  });

/** The files and feeds of a selection. */
export const downloadsOf = (selection: Selection): readonly Alternate[] =>
  alternatesAt((name) => filePath(name, selection));

/** Links to the files. */
export const downloads = (
  selection: Selection,
): Html => html`<section class="facet downloads"><h3>Take it with you</h3>
<p>${joined(
  downloadsOf(selection).map(({ title, href, type }) => html`<a href="${href}" type="${type}">${title}</a>`),
  ' · ',
)}</p></section>`;
