import { type CalendarDate, parseCalendarDate } from '../../domain/time/calendar-date.ts';

/** A document to tag: `dct` (TimeML: document creation time) is its anchor. */
export interface TagDocument {
  readonly kind: 'document';
  readonly id: string | number;
  readonly dct: CalendarDate;
  readonly text: string;
}

/** The content of a line of input. Blank lines are passed over. */
export type TagLine =
  | TagDocument
  | { readonly kind: 'blank' }
  | { readonly kind: 'rejected'; readonly reason: string };

/** A day, or a day and a time (ISO 8601, RFC 3339). The day counts as it is written, in any time zone. */
const DCT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?)?$/i;

/** Reads one line; null stands for a line that is too long. */
export function readTagDocument(bytes: Uint8Array | null): TagLine {
  if (bytes === null) return rejected('the line is too long');
  const line = decode(bytes);
  if (line === undefined) return rejected('not UTF-8');
  if (line.trim() === '') return { kind: 'blank' };
  const document = parse(line);
  if (document === undefined) return rejected('not JSON');
  if (typeof document !== 'object' || document === null) return rejected('not a JSON object');
  return documentOf(document);
}

function documentOf(fields: { id?: unknown; dct?: unknown; text?: unknown }): TagLine {
  const { id, dct, text } = fields;
  if (typeof id !== 'string' && typeof id !== 'number') return rejected('id is not a string or a number');
  if (typeof text !== 'string') return rejected('text is not a string');
  if (typeof dct !== 'string') return rejected('dct is not a string');
  const date = parseCalendarDate(DCT.exec(dct)?.[1] ?? '');
  if (date === undefined)
    return rejected(`dct "${dct.slice(0, 40)}" is no date, nor a date and time, as in ISO 8601`);
  return { kind: 'document', id, dct: date, text };
}

const rejected = (reason: string): TagLine => ({ kind: 'rejected', reason });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
