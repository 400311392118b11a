import type { TimelineEvent } from '../../src/domain/event/event.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';

/** Every event of a timeline, oldest first. */
export async function allEvents(timeline: Timeline): Promise<readonly TimelineEvent[]> {
  const events: TimelineEvent[] = [];
  for await (const event of timeline.exportEvents({}, 'DATE')) events.push(event);
  return events;
}

/** The content of events, without the parts that depend on the order of their articles: ids, revisions, ties. */
export function storyOf(events: readonly TimelineEvent[]) {
  return events.map(tale).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

const tale = ({
  date,
  title,
  type,
  modality,
  actors,
  places,
  sourceCount,
  confidence,
  mentions,
}: TimelineEvent) => ({
  date: date.edtf,
  role: date.role,
  title,
  type,
  modality,
  actors: namesOf(actors),
  places: namesOf(places),
  sourceCount,
  confidence,
  mentions: mentions.map(({ id, quote }) => `${id} ${quote.exact}`).sort(),
});

const namesOf = (named: readonly { readonly name: string }[]): readonly string[] =>
  named.map(({ name }) => name);
