import { FORMAT_NAMES, type FormatName } from '../../formats/export/event-format-names.ts';
import { type Html, html, joined, type OwnPath } from '../html.ts';
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

/** A selection as a file or a feed. */
export interface Download {
  readonly name: FormatName;
  readonly title: string;
  readonly type: string;
  readonly href: OwnPath;
}

/** The files of a selection. They are in the order of time where the page is by relevance. */
export function downloadsOf(selection: Selection): readonly Download[] {
  const order = selection.order === 'relevance' ? null : selection.order;
  return FORMAT_NAMES.flatMap((name) => {
    const [title, type] = DOWNLOADS[name] ?? [];
    if (title === undefined || type === undefined) return [];
    const href = selectionPath(`/v1/events.${name}`, selection, { order: order ?? null, limit: null });
    return [{ name, title, type, href }];
  });
}

/** Links to the files. */
export const downloads = (
  selection: Selection,
): Html => html`<section class="facet downloads"><h3>Take it with you</h3>
<p>${joined(
  downloadsOf(selection).map(({ title, href, type }) => html`<a href="${href}" type="${type}">${title}</a>`),
  ' · ',
)}</p></section>`;
