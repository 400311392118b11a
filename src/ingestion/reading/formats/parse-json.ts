import { decodeText } from './decode-text.ts';
import { type Reading, read, refuse } from './reading.ts';

/** Bytes → a JSON value (RFC 8259), as deep as it may be; of a field that is given twice the last one counts. */
export function parseJson(bytes: Uint8Array): Reading<unknown> {
  const text = decodeText(bytes);
  if (text.kind === 'refused') return text;
  try {
    const value: unknown = JSON.parse(text.value);
    return read(value);
  } catch (error) {
    return refuse(`not valid JSON${placeOf(error)}`);
  }
}

/** The engine's message holds a piece of the text; only the place is passed on, where it names one. */
function placeOf(error: unknown): string {
  const match = /\(line (\d+) column (\d+)\)/.exec(error instanceof Error ? error.message : '');
  return match === null ? '' : ` (line ${match[1]}, column ${match[2]})`;
}
