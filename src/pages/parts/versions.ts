import type { TimelineEvent } from '../../domain/event/event.ts';
import { sourceLine } from '../../formats/event/sources.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { labelOf } from '../glossary.ts';
import { type Html, html, isolated, joined } from '../html.ts';
import { eventVersionPath } from '../paths.ts';

/** Older ones are found from the oldest of these. */
const MOST_VERSIONS = 6;

/** An event and its earlier versions, the latest first. */
export async function readVersions(
  timeline: Pick<Timeline, 'getEventVersion'>,
  event: TimelineEvent,
): Promise<readonly TimelineEvent[]> {
  const versions = [event];
  for (let { revision } = event; versions.length < MOST_VERSIONS && revision > 1; ) {
    const earlier = await timeline.getEventVersion(event.id, revision - 1);
    if (earlier === undefined) break;
    versions.push(earlier);
    revision = earlier.revision;
  }
  return versions;
}

/** Each version as a link, with what it changed. Null for an event that has never changed. */
export function versionSection(versions: readonly TimelineEvent[]): Html | null {
  if (versions.length < 2) return null;
  return html`<section aria-labelledby="versions"><h2 id="versions">How this entry changed</h2>
<ol class="versions">${versions.map((version, place) => {
    const earlier = versions[place + 1];
    return html`<li><a href="${eventVersionPath(version.id, version.revision)}">Revision ${version.revision}</a>${earlier === undefined ? null : html`: ${joined(changesBetween(earlier, version), '; ')}`}</li>
`;
  })}</ol></section>`;
}

/** What a later version says otherwise. */
function changesBetween(earlier: TimelineEvent, later: TimelineEvent): readonly Html[] {
  const changes = [
    changed('title', earlier.title, later.title),
    changed('date', earlier.date.display, later.date.display),
    changed('kind', labelOf('type', earlier.type), labelOf('type', later.type)),
    changed('how sure', labelOf('modality', earlier.modality), labelOf('modality', later.modality)),
    changed('who', namesIn(earlier.actors), namesIn(later.actors)),
    changed('where', namesIn(earlier.places), namesIn(later.places)),
    ...accountsOnlyIn(later, earlier).map((name) => html`an account by ${isolated(name)}`),
    ...accountsOnlyIn(earlier, later).map((name) => html`without the account by ${isolated(name)}`),
    earlier.conflicts.length < later.conflicts.length ? html`accounts differ now` : null,
    earlier.conflicts.length > later.conflicts.length ? html`accounts no longer differ` : null,
  ].filter((change) => change !== null);
  return changes.length === 0 ? [html`details of its accounts`] : changes;
}

const changed = (field: string, from: string, to: string): Html | null =>
  from === to ? null : html`${field} was “${isolated(from)}”`;

const namesIn = (named: readonly { readonly name: string }[]): string =>
  named.map(({ name }) => name).join(', ') || 'not named';

const accountsOnlyIn = (one: TimelineEvent, other: TimelineEvent): readonly string[] => {
  const known = new Set(other.mentions.map(({ id }) => id));
  return one.mentions.filter(({ id }) => !known.has(id)).map(({ article }) => sourceLine(article));
};
