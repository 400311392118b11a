import { urlOf } from '../../formats/event/addresses.ts';
import type { DigestDay } from '../../timeline/read/timeline-reading.ts';
import { embedSnippet } from '../embed-page.ts';
import { type Html, html, isolated, type OwnPath, own, written } from '../html.ts';
import type { Overview, Surroundings } from '../overview.ts';
import { type Site, wholeUrl } from '../page.ts';
import { eventPath } from '../paths.ts';
import { type Selection, selectionPath } from '../selection.ts';
import { dayWords } from './date-mark.ts';
import { densityPicture } from './density.ts';
import { downloads } from './downloads.ts';
import { facetLinks, filterChips, filterForm } from './filter-form.ts';
import type { FilterNames } from './filter-names.ts';

/** The parts around the list of a selection, written. They are most of a page. */
export function surroundingsOf(
  site: Site,
  selection: Selection,
  { facets, density, days, isWhole }: Overview,
  { found, names }: { readonly found: string; readonly names: FilterNames },
): Surroundings {
  const above = html`${filterForm(selection)}
<div class="columns">
<div class="results">
<p class="found" role="status"><strong>${found}</strong> <a class="jump" href="#narrow">Narrow down</a></p>
${filterChips(selection, names)}
${isWhole ? null : html`<p class="banner" role="note">There are too many events to count all of them in time. Fewer are counted at once: <a href="#from">choose some days</a>.</p>`}
${density === null ? null : densityPicture(density, selection)}`;
  const beside = html`<aside id="narrow" aria-labelledby="narrow-title">
<h2 id="narrow-title">Narrow down</h2>
${facets === null ? null : facetLinks(selection, facets)}
${downloads(selection)}
${embedSection(site, selection)}
</aside>`;
  const story = days === null || days.length < FEWEST_DAYS ? null : storySection(days);
  const { prefix } = site;
  return {
    above: written(above, prefix),
    story: written(story, prefix),
    beside: written(beside, prefix),
  };
}

/** So few days are no story. */
const FEWEST_DAYS = 3;

/** The story in a few dates: the days that most articles report, with their leading events. */
const storySection = (
  days: readonly DigestDay[],
): Html => html`<section class="digest" aria-labelledby="digest-title">
<h2 id="digest-title">The story in ${NUMBERS[days.length] ?? days.length} dates</h2>
<ol>${days.map(
  ({
    date,
    event,
  }) => html`<li><time datetime="${date}">${dayWords(date)}</time> <a href="${eventPath(event.id)}">${isolated(event.title)}</a></li>
`,
)}</ol>
</section>`;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Where other sites learn how to embed a selection. */
export const oembedPath = (site: Site, selection: Selection): OwnPath =>
  own(urlOf('/oembed', { url: wholeUrl(site, selectionPath('/', selection)) }));

const embedSection = (
  site: Site,
  selection: Selection,
): Html => html`<section class="facet"><h3>Put it on your page</h3>
<details><summary>Embed this selection</summary>
<p>HTML to paste:</p>
<div><pre data-copy>${embedSnippet(site, wholeUrl(site, selectionPath('/embed', selection)))}</pre></div>
</details></section>`;
