import { eventJson } from '../formats/event/event-json.ts';
import type { CurationReport } from '../timeline/timeline-writing.ts';
import { eventTable } from './event-table.ts';
import { print, printJson } from './output.ts';

/** What a decision came to: the revision it made, and the events as they are now. */
export async function printCuration({ revision, events }: CurationReport, isJson: boolean): Promise<void> {
  if (isJson) return printJson({ revision, events: events.map(eventJson) });
  await print(`revision ${revision}\n${eventTable(events)}`);
}
