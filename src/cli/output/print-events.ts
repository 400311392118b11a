import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventJson } from '../../formats/event/event-json.ts';
import { counted } from '../../formats/text/plain-text.ts';
import type { Connection } from '../../timeline/timeline.ts';
import type { CurationReport } from '../../timeline/timeline-writing.ts';
import { complain, print, printJson } from './print.ts';
import { textTable } from './text-table.ts';

/** Events for people: date, type, modality, sources, id and title. */
export const eventTable = (events: readonly TimelineEvent[]): string => textTable(events.map(rowOf));

const rowOf = ({ id, date, type, modality, sourceCount, title }: TimelineEvent): readonly string[] => [
  date.display,
  type,
  modality,
  counted(sourceCount, 'source'),
  id,
  title,
];

/** One page of events as a table, with the next cursor on standard error; or one JSON document with both. */
export async function printEvents(page: Connection<TimelineEvent>, isJson: boolean): Promise<void> {
  const events = page.edges.map(({ node }) => node);
  if (isJson) return printJson({ events: events.map(eventJson), pageInfo: page.pageInfo });
  await print(eventTable(events));
  const { hasNextPage, endCursor } = page.pageInfo;
  if (events.length === 0) complain('no events');
  else if (hasNextPage) complain(`more: --after ${endCursor}`);
}

/** The revision that an editor's decision made, and the events as they are now. */
export async function printCuration({ revision, events }: CurationReport, isJson: boolean): Promise<void> {
  if (isJson) return printJson({ revision, events: events.map(eventJson) });
  await print(`revision ${revision}\n${eventTable(events)}`);
}
