import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventUrl } from '../event/addresses.ts';
import { sourceLine, sourcesOf } from '../event/sources.ts';
import { plainText } from '../text/plain-text.ts';
import { type EventFormat, type ExportSetting, KEEPS_ALL } from './event-format.ts';

const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join('; ');

type Cell = string | number | null | undefined;

const COLUMNS: Readonly<Record<string, (event: TimelineEvent, setting: ExportSetting) => Cell>> = {
  id: ({ id }) => id,
  revision: ({ revision }) => revision,
  title: ({ title }) => title,
  edtf: ({ date }) => date.edtf,
  earliest: ({ date }) => date.earliest,
  latest: ({ date }) => date.latest,
  precision: ({ date }) => date.precision,
  role: ({ date }) => date.role,
  display: ({ date }) => date.display,
  type: ({ type }) => type,
  modality: ({ modality }) => modality,
  actors: ({ actors }) => names(actors),
  places: ({ places }) => names(places),
  confidence: ({ confidence }) => confidence,
  sourceCount: ({ sourceCount }) => sourceCount,
  sources: (event) => sourcesOf(event).map(sourceLine).join('; '),
  quote: ({ mentions }) => mentions[0]?.quote.exact,
  url: ({ id }, { origin }) => eventUrl(origin, id),
};

/** The beginning of a formula in a spreadsheet, in full-width signs or behind blanks too (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A field of RFC 4180, quoted where it must be and where a reader could trim it. */
function fieldOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = defused(plainText(cell ?? ''));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record with the CRLF that ends it. */
const recordOf = (cells: readonly Cell[]): string => `${cells.map(fieldOf).join(',')}\r\n`;

/** Comma-separated values (RFC 4180): a header, then a record for each event. Semicolons separate the entries of a list. */
export const CSV: EventFormat = {
  ...KEEPS_ALL,
  mediaType: 'text/csv; charset=utf-8; header=present',
  fields: Object.keys(COLUMNS),
  open: (setting) => {
    const { fields } = setting;
    const columns = Object.entries(COLUMNS).filter(([name]) => fields?.includes(name) ?? true);
    return {
      head: () => recordOf(columns.map(([name]) => name)),
      event: (event) => recordOf(columns.map(([, cellOf]) => cellOf(event, setting))),
      tail: () => '',
    };
  },
};
