import { type EventFormat, ofTexts } from './event-format.ts';
import { textListWriter } from './json-list.ts';

/** The selection as one document, in the shape of `/v1/timeline.json`. */
export const JSON_DOCUMENT: EventFormat = {
  ...ofTexts(({ name, anchor, revision }) =>
    textListWriter({ before: { name, anchor, revision }, list: 'events', after: () => ({ next: null }) }),
  ),
  mediaType: 'application/json; charset=utf-8',
};
