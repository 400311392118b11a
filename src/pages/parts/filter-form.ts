import { RANGE_MATCHES } from '../../domain/query/timeline-query.ts';
import type { FilterFieldName } from '../../timeline/filter/filter-fields.ts';
import type { Facet } from '../../timeline/read/timeline-reading.ts';
import { labelOf } from '../glossary.ts';
import { type Html, html, isolated, own } from '../html.ts';
import { grouped } from '../numbers.ts';
import {
  filterEntries,
  ORDER_LABELS,
  pathWithout,
  type Selection,
  selectionPath,
  toggled,
} from '../selection.ts';
import type { FilterNames } from './filter-names.ts';

/** The fields that the form shows; all others of the selection go along unseen. */
const SHOWN: readonly FilterFieldName[] = ['text', 'from', 'to', 'match'];

const MATCH_LABELS = {
  OVERLAPS: 'possibly in these days',
  WITHIN: 'surely in these days',
  STARTS: 'beginning in these days',
} as const satisfies Record<(typeof RANGE_MATCHES)[number], string>;

/** Search, days and order. Its fields are the parameters of the API, and it works without a script. */
export function filterForm(selection: Selection): Html {
  const { text, from, to, match, order } = selection;
  const option = (value: string, label: string, chosen: string | null | undefined): Html =>
    html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`;
  return html`<form class="filter" action="${own('/')}" method="get" role="search">
<p class="search"><label for="text">Search titles and quotes</label>
<input type="search" id="text" name="text" maxlength="200" value="${text ?? ''}"></p>
<p><label for="from">From</label><input type="date" id="from" name="from" value="${from ?? ''}"></p>
<p><label for="to">To</label><input type="date" id="to" name="to" value="${to ?? ''}"></p>
<p class="match"><label for="match">Events</label><select id="match" name="match">${RANGE_MATCHES.map(
    (value) => option(value, MATCH_LABELS[value], match ?? 'OVERLAPS'),
  )}</select></p>
<p><label for="order">Order</label><select id="order" name="order">${Object.entries(ORDER_LABELS).map(
    ([value, label]) => option(value, label, order ?? 'date'),
  )}</select></p>
${filterEntries(selection)
  .filter(({ name }) => !SHOWN.includes(name))
  .map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">\n`)}
<p><button type="submit">Show</button></p>
</form>`;
}

const FIELD_LABELS: Readonly<Record<FilterFieldName, string>> = {
  from: 'from',
  to: 'to',
  date: 'date',
  match: 'days',
  onThisDate: 'day of any year',
  include: 'days',
  actor: 'who',
  actorAll: 'together',
  actorNone: 'without',
  place: 'where',
  type: 'kind',
  subject: 'subject',
  source: 'source',
  article: 'article',
  precision: 'known to',
  role: 'time',
  modality: 'how sure',
  minConfidence: 'confidence from',
  minSources: 'sources from',
  text: 'words',
  asOf: 'as known on',
};

/** Every active filter, to be taken off with one click. */
export function filterChips(selection: Selection, names: FilterNames): Html {
  const entries = filterEntries(selection).filter(({ name }) => name !== 'match' && name !== 'include');
  if (entries.length === 0) return html``;
  return html`<ul class="chips" aria-label="Active filters">
${entries.map(
  ({
    name,
    value,
  }) => html`<li><a href="${pathWithout(selection, name, value)}" rel="nofollow"><span>${FIELD_LABELS[name]}:</span> ${isolated(names(name, value))} <span aria-hidden="true">×</span><span class="unseen"> (take off)</span></a></li>
`,
)}${entries.length > 1 ? html`<li><a class="all" href="${own('/')}">Take all off</a></li>` : null}</ul>`;
}

const FACET_LABELS: Readonly<Record<Facet['facet'], string>> = {
  actor: 'Who',
  place: 'Where',
  type: 'Kind of event',
  source: 'Source',
  precision: 'Date known to',
  modality: 'How sure',
  subject: 'Subject',
};

/** The values by which a selection can be narrowed, each a link with its count. */
export const facetLinks = (selection: Selection, facets: readonly Facet[]): Html =>
  html`${facets
    .filter(({ values }) => values.length > 0)
    .map(({ facet, values }) => {
      const chosen = [selection[facet] ?? []].flat().map(String);
      return html`<section class="facet"><h3>${FACET_LABELS[facet]}</h3>
<ul>${values.map(({ value, name, count }) => {
        const href = selectionPath('/', selection, { [facet]: toggled(selection, facet, value) });
        return html`<li><a href="${href}" rel="nofollow"${chosen.includes(value) ? html` aria-current="true"` : null}>${isolated(labelOf(facet, name))} <span class="count">${grouped(count)}</span></a></li>
`;
      })}</ul></section>
`;
    })}`;
