import { type EventFormat, KEEPS_ALL } from './event-format.ts';
import { eventJson } from './event-json.ts';
import { jsonListWriter } from './json-list.ts';

/** The selection as one document, in the shape of `/v1/timeline.json`. */
export const JSON_DOCUMENT: EventFormat = {
  ...KEEPS_ALL,
  mediaType: 'application/json; charset=utf-8',
  open: ({ name, anchor, revision }) =>
    jsonListWriter({
      before: { name, anchor, revision },
      list: 'events',
      entry: eventJson,
      after: () => ({ next: null }),
    }),
};
