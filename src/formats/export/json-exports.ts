import { EVENT_FIELDS, sparseEventJson } from '../event/event-json.ts';
import {
  type EventFormat,
  type EventWriter,
  type ExportSetting,
  KEEPS_ALL,
  type TextWriter,
} from './event-format.ts';
import { textListWriter } from './json-list.ts';

/** A format whose events are their served JSON, given as texts or made from objects. */
const ofTexts = (openTexts: (setting: ExportSetting) => TextWriter) => ({
  ...KEEPS_ALL,
  fields: EVENT_FIELDS,
  openTexts,
  open: (setting: ExportSetting): EventWriter => {
    const { head, event, tail } = openTexts(setting);
    const json = sparseEventJson(setting.fields);
    return { head, tail, event: (one, index) => event(JSON.stringify(json(one)), index) };
  },
});

/** The selection as a single document, in the shape of `/v1/timeline.json`. */
export const JSON_DOCUMENT: EventFormat = {
  ...ofTexts(({ record, anchor, revision }) =>
    textListWriter({
      before: { name: record.name, anchor, revision },
      list: 'events',
      after: () => ({ next: null }),
    }),
  ),
  mediaType: 'application/json; charset=utf-8',
};

/** Newline-delimited JSON: one document a line, each line ended by a line feed (`application/x-ndjson`). */
export const jsonLine = (document: unknown): string => `${JSON.stringify(document)}\n`;

/** An event a line. An export that breaks off ends with the line `{"error":{"code":…}}`. */
export const NDJSON: EventFormat = {
  ...ofTexts(() => ({ head: () => '', event: (text) => `${text}\n`, tail: () => '' })),
  mediaType: 'application/x-ndjson; charset=utf-8',
  broken: (code, errorId) => jsonLine({ error: { code, errorId } }),
};
