import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventJson } from '../../formats/event/event-json.ts';
import { counted } from '../../formats/text/plain-text.ts';
import type { Connection } from '../../timeline/timeline.ts';
import type { CurationReport } from '../../timeline/timeline-writing.ts';
import { complain, print, printJson } from './output.ts';
import { textTable } from './text-table.ts';

/** Events for people: when, what kind, who says how, title, and the id to go on with. */
export const eventTable = (events: readonly TimelineEvent[]): string => textTable(events.map(rowOf));

const rowOf = ({ id, date, type, modality, sourceCount, title }: TimelineEvent): readonly string[] => [
  date.display,
  type,
  modality,
  counted(sourceCount, 'source'),
  id,
  title,
];

/** One page of events: a table, and on standard error how to go on; or one JSON document with both. */
export async function printEvents(page: Connection<TimelineEvent>, isJson: boolean): Promise<void> {
  const events = page.edges.map(({ node }) => node);
  if (isJson) return printJson({ events: events.map(eventJson), pageInfo: page.pageInfo });
  await print(eventTable(events));
  const { hasNextPage, endCursor } = page.pageInfo;
  if (events.length === 0) complain('no events');
  else if (hasNextPage) complain(`more: --after ${endCursor}`);
}

/** What a decision came to: the revision it made, and the events as they are now. */
export async function printCuration({ revision, events }: CurationReport, isJson: boolean): Promise<void> {
  if (isJson) return printJson({ revision, events: events.map(eventJson) });
  await print(`revision ${revision}\n${eventTable(events)}`);
}
