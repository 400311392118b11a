import type { TimelineEvent } from '../domain/event/event.ts';
import { eventJson } from '../formats/event/event-json.ts';
import type { Connection } from '../timeline/timeline.ts';
import { eventTable } from './event-table.ts';
import { complain, print, printJson } from './output.ts';

/** One page of events: a table, and on standard error how to go on; or one JSON document with both. */
export async function printEvents(page: Connection<TimelineEvent>, isJson: boolean): Promise<void> {
  const events = page.edges.map(({ node }) => node);
  if (isJson) return printJson({ events: events.map(eventJson), pageInfo: page.pageInfo });
  await print(eventTable(events));
  const { hasNextPage, endCursor } = page.pageInfo;
  if (events.length === 0) complain('no events');
  else if (hasNextPage) complain(`more: --after ${endCursor}`);
}
