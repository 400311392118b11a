import type { TimelineEvent } from '../domain/event/event.ts';
import type { MentionExplanation } from '../domain/event/explanation.ts';
import type { CalendarDate } from '../domain/time/calendar-date.ts';
import { eventUrl, urlOf } from '../formats/event/addresses.ts';
import { hedgedDate } from '../formats/event/hedge.ts';
import { plainLine } from '../formats/text/plain-text.ts';
import type { EventsAround } from '../timeline/read/timeline-reading.ts';
import { labelOf, term } from './glossary.ts';
import { type Html, html, isolated, joined, own } from './html.ts';
import { counted } from './numbers.ts';
import { type Page, type Site, wholeUrl } from './page.ts';
import { accountSection, conflictSection } from './parts/accounts.ts';
import { dateMark, dateWords, dayWords, hedgeMark } from './parts/date-mark.ts';
import { kindOf, namesOf } from './parts/event-entry.ts';
import { versionSection } from './parts/versions.ts';
import { eventDataPath, eventPartPath, eventPath, eventVersionPath } from './paths.ts';
import { selectionPath } from './selection.ts';

/** The parts of an event's page that are not the event's own. */
export interface EventPageParts {
  readonly explained: readonly MentionExplanation[];
  /** The event and its earlier versions; empty for an earlier state. */
  readonly versions: readonly TimelineEvent[];
  /** Null for an earlier state, whose neighbours would be those of now. */
  readonly around: EventsAround | null;
  readonly citations: readonly { readonly name: string; readonly suffix: string; readonly text: string }[];
  readonly jsonLd: unknown;
  /** The state that the address asks for; nulls for that of now. */
  readonly revision: number | null;
  readonly asOf: CalendarDate | null;
}

/** `/events/{id}`: what happened, who says so, why that day, and how to cite it. */
export function eventPage(event: TimelineEvent, site: Site, parts: EventPageParts): Page {
  const { id, title, mentions, places, conflicts, sourceCount } = event;
  const { explained, around, versions, citations, jsonLd, revision, asOf } = parts;
  const state = { ...(revision !== null && { revision }), ...(asOf !== null && { asOf }) };
  const canonical = eventPath(id, state);
  const first = mentions[0]?.quote.exact ?? '';
  return {
    title: plainLine(title).slice(0, 200),
    description: `${hedgedDate(event)}. ${plainLine(first)}`.slice(0, 300),
    canonical,
    isListed: revision === null && asOf === null,
    alternates: [
      { href: eventDataPath(id, state), type: 'application/json', title: 'JSON' },
      {
        href: own(urlOf('/oembed', { url: eventUrl(site.origin, id) })),
        type: 'application/json+oembed',
        title: 'Embed',
      },
    ],
    jsonLd,
    main: html`<article>
<header class="headline" data-share="${wholeUrl(site, canonical)}">
${stateBanner(event, parts)}
<p class="dated">${dateMark(event.date)} ${dateWords(event)} <span class="meta">${term('role', event.date.role)}${hedgeMark(event) === null ? null : html`, ${hedgeMark(event)}`}</span></p>
${headline(title)}
<p class="meta">${joined([...namesOf(event), ...kindOf(event), counted(sourceCount, 'source')], ' · ')}</p>
${
  places.length === 0
    ? null
    : html`<p class="meta">Where: ${joined(
        places.map(
          (place) => html`<a href="${selectionPath('/', { place: [place.id] })}">${isolated(place.name)}</a>`,
        ),
        ', ',
      )}</p>`
}
</header>
<div class="columns">
<div>
${conflicts.length === 0 ? null : conflictSection(event)}
<section aria-labelledby="accounts"><h2 id="accounts">${mentions.length === 1 ? 'Who says so, and why this date' : 'Who says so, and why these dates'}</h2>
${explained.map((each) => accountSection(each, event))}
${mentions.length > explained.length ? html`<p><a href="${eventDataPath(id)}">All ${mentions.length} accounts, as JSON</a></p>` : null}
</section>
${citeSection(event, citations)}
</div>
<section class="side" aria-labelledby="more"><h2 id="more">About this entry</h2>
<dl class="facts">
<div><dt>Address</dt><dd><a class="printed-address" href="${eventPath(id)}">${eventUrl(site.origin, id)}</a></dd></div>
<div><dt>This revision</dt><dd><a href="${eventVersionPath(id, event.revision)}">${event.revision}</a></dd></div>
<div><dt>Date known to</dt><dd>${term('precision', event.date.precision)}</dd></div>
<div><dt>How sure</dt><dd>${term('modality', event.modality)}</dd></div>
<div><dt>Its title is</dt><dd>${TITLE_KINDS[event.titleKind]}</dd></div>
${event.subject === null ? null : html`<div><dt>Subject</dt><dd><a href="${selectionPath('/', { subject: [event.subject] })}">${labelOf('subject', event.subject)}</a></dd></div>`}
<div><dt>For programs</dt><dd><a href="${eventDataPath(id, state)}">JSON</a>, <a href="${eventPartPath(id, 'explain')}">explanation</a></dd></div>
</dl></section>
</div>
${around === null ? null : aroundSection(around)}
${versionSection(versions)}
</article>`,
  };
}

/** Long titles are set smaller, as in print. */
function headline(title: string): Html {
  if (title.length <= 70) return html`<h1>${isolated(title)}</h1>`;
  return html`<h1 class="${title.length <= 250 ? 'long' : 'longest'}">${isolated(title)}</h1>`;
}

const TITLE_KINDS: Readonly<Record<TimelineEvent['titleKind'], string>> = {
  CLAUSE: 'made of words of the sentence',
  SENTENCE: 'the sentence itself',
  HEADLINE: 'the headline of the article',
  EDITED: 'with words put in, by an editor, for a verb, a date or what only the article explains',
};

/** The text is for people; the files are for programs that keep references. */
const citeSection = (
  { id, revision }: TimelineEvent,
  [text, ...files]: EventPageParts['citations'],
): Html => html`<section class="cite" aria-labelledby="cite"><h2 id="cite">Cite this entry</h2>
${text === undefined ? null : html`<div><p class="citation" data-copy>${isolated(text.text)}</p></div>`}
<p class="meta">The address leads to ${term('word', 'revision')} ${revision}, which says the same for good.</p>
${files.map(
  ({
    name,
    suffix,
    text,
  }) => html`<details><summary>${name}</summary><div><pre data-copy>${text}</pre></div><p class="meta"><a href="${eventPartPath(id, `cite.${suffix}`)}">As a file</a></p></details>
`,
)}</section>`;

/** Says that an earlier state is shown, and leads to that of now. */
function stateBanner({ id }: TimelineEvent, { revision, asOf }: EventPageParts): Html | null {
  if (revision === null && asOf === null) return null;
  const state =
    revision === null
      ? html`This is the entry by the articles up to <time datetime="${asOf ?? ''}">${asOf === null ? '' : dayWords(asOf)}</time>.`
      : html`This is the entry as it was at revision ${revision}.`;
  return html`<p class="banner" role="note">${state} <a href="${eventPath(id)}">See the entry as it is now</a>.</p>`;
}

const aroundSection = ({ before, after }: EventsAround): Html | null =>
  before.length + after.length === 0
    ? null
    : html`<nav aria-labelledby="around"><h2 id="around">Before and after</h2>
<div class="sidebyside">${[['Before', before] as const, ['After', after] as const].map(([name, events]) =>
        events.length === 0
          ? null
          : html`<section><h3>${name}</h3><ol class="neighbours">${events.map(
              (
                event,
              ) => html`<li><span class="date">${dateWords(event)}</span> <a href="${eventPath(event.id)}">${isolated(event.title)}</a></li>
`,
            )}</ol></section>
`,
      )}</div></nav>`;
