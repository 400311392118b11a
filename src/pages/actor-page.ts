import type { TimelineEvent } from '../domain/event/event.ts';
import { plainLine } from '../formats/text/plain-text.ts';
import type { ActorRecord } from '../store/port/event-store.ts';
import type { Connection } from '../timeline/timeline.ts';
import { html, isolated, joined } from './html.ts';
import { counted } from './numbers.ts';
import type { Page } from './page.ts';
import { type Density, densityPicture } from './parts/density.ts';
import { downloads, downloadsOf } from './parts/downloads.ts';
import { eventList } from './parts/event-list.ts';
import { pager } from './parts/pager.ts';
import { actorPath } from './paths.ts';
import type { Selection } from './selection.ts';
import { selectionPath } from './selection.ts';

/** `/actors/{id}`: what a person, state or organization does. */
export function actorPage(
  { id, name, aliases, eventCount }: ActorRecord,
  events: Connection<TimelineEvent>,
  density: Density | null,
): Page {
  const selection: Selection = { actor: [id] };
  const others = aliases.filter((alias) => alias !== name);
  return {
    title: plainLine(name),
    description: `${counted(eventCount, 'event')} with ${plainLine(name)}.`,
    canonical: actorPath(id),
    alternates: downloadsOf(selection),
    main: html`<header class="headline"><p class="meta">Who</p>
<h1>${isolated(name)}</h1>
<p class="meta">${counted(eventCount, 'event')}${others.length === 0 ? null : html` · also called ${joined(others.slice(0, 12).map(isolated), ', ')}`}</p>
<p class="meta"><a href="${selectionPath('/', selection)}">Search and narrow down</a></p>
</header>
${density === null ? null : densityPicture(density, selection)}
${eventList(events.edges.map(({ node }) => node))}
${pager(actorPath(id).path, {}, events.pageInfo)}
${downloads(selection)}`,
  };
}
