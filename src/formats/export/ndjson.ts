import { type EventFormat, ofTexts } from './event-format.ts';

/** Newline-delimited JSON: one document a line, each line ended by a line feed (`application/x-ndjson`). */
export const jsonLine = (document: unknown): string => `${JSON.stringify(document)}\n`;

/** One event a line. An export that breaks off says so in a last line, `{"error":{"code":…}}`. */
export const NDJSON: EventFormat = {
  ...ofTexts(() => ({ head: () => '', event: (text) => `${text}\n`, tail: () => '' })),
  mediaType: 'application/x-ndjson; charset=utf-8',
  broken: (code, errorId) => jsonLine({ error: { code, errorId } }),
};
