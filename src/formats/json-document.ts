import { EVENT_FIELDS, sparseEventJson } from './event-fields.ts';
import { type EventFormat, KEEPS_ALL } from './event-format.ts';
import { jsonListWriter } from './json-list.ts';

/** The selection as one document, in the shape of `/v1/timeline.json`. */
export const JSON_DOCUMENT: EventFormat = {
  ...KEEPS_ALL,
  mediaType: 'application/json; charset=utf-8',
  fields: EVENT_FIELDS,
  open: ({ name, anchor, revision, fields }) =>
    jsonListWriter({
      before: { name, anchor, revision },
      list: 'events',
      entry: (event) => sparseEventJson(event, fields),
      after: () => ({ next: null }),
    }),
};
