import { EVENT_FIELDS, sparseEventJson } from './event-fields.ts';
import { type EventFormat, KEEPS_ALL } from './event-format.ts';

/** Newline-delimited JSON: one document a line, each line ended by a line feed (`application/x-ndjson`). */
export const jsonLine = (document: unknown): string => `${JSON.stringify(document)}\n`;

/** One event a line. An export that breaks off says so in a last line, `{"error":{"code":…}}`. */
export const NDJSON: EventFormat = {
  ...KEEPS_ALL,
  mediaType: 'application/x-ndjson; charset=utf-8',
  fields: EVENT_FIELDS,
  open: ({ fields }) => ({
    head: () => '',
    event: (event) => jsonLine(sparseEventJson(event, fields)),
    tail: () => '',
  }),
  broken: (code, errorId) => jsonLine({ error: { code, errorId } }),
};
