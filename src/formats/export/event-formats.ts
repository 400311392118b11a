import { ATOM } from '../feed/atom.ts';
import { JSON_FEED } from '../feed/json-feed.ts';
import { MARKDOWN } from '../text/markdown.ts';
import { CSV } from './csv.ts';
import type { EventFormat } from './event-format.ts';
import type { FormatName } from './event-format-names.ts';
import { GEOJSON } from './geojson.ts';
import { ICALENDAR } from './icalendar.ts';
import { JSON_DOCUMENT, NDJSON } from './json-exports.ts';
import { JSON_LD } from './json-ld.ts';
import { TIMELINE_JS } from './timeline-js.ts';

/** Every format by its suffix. */
export const EVENT_FORMATS: Readonly<Record<FormatName, EventFormat>> = {
  json: JSON_DOCUMENT,
  ndjson: NDJSON,
  csv: CSV,
  ics: ICALENDAR,
  atom: ATOM,
  jsonfeed: JSON_FEED,
  jsonld: JSON_LD,
  geojson: GEOJSON,
  'timelinejs.json': TIMELINE_JS,
  md: MARKDOWN,
};
