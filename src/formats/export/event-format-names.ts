/** The suffixes of exports, without the dot. */
export const FORMAT_NAMES = [
  'json',
  'ndjson',
  'csv',
  'ics',
  'atom',
  'jsonfeed',
  'jsonld',
  'geojson',
  'timelinejs.json',
  'md',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
