import type { TimelineEvent } from '../domain/event/event.ts';
import { counted } from '../formats/text/plain-text.ts';
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
