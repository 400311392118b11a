import { type Reading, read, refuse } from './reading.ts';

const REPLACEMENT = '\uFFFD';
const UTF8_REPLACEMENT = [0xef, 0xbf, 0xbd];

/**
 * Bytes → text in the charset that is declared, else as UTF-8, strictly (WHATWG Encoding, fatal). The byte order mark is
 * dropped and CRLF becomes LF; all else stays. Refuses bytes that are not in that charset, for UTF-8 with the offset of the
 * first bad byte, and texts with a NUL.
 */
export function decodeText(bytes: Uint8Array, charset: string | null = null): Reading<string> {
  const decoder = decoderOf(charset ?? 'utf-8');
  if (decoder === undefined) return refuse(`unknown charset "${(charset ?? '').slice(0, 40)}"`);
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return refuse(
      decoder.encoding === 'utf-8'
        ? describeBadByte(bytes)
        : `not ${decoder.encoding}, as which it is declared`,
    );
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) return refuse(`not a text: NUL character at position ${nul}`);
  return read(toLineFeeds(text));
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset.trim(), { fatal: true });
  } catch {
    return undefined;
  }
}

/** `a\r b` → `a b`; a lone CR stays. */
export const toLineFeeds = (text: string): string => text.replaceAll('\r\n', '\n');

function describeBadByte(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return 'not UTF-8: the byte order mark is that of UTF-16';
  const offset = findBadByte(bytes);
  const byte = bytes[offset];
  if (byte === undefined) return 'not UTF-8, or too long to decode';
  return `not UTF-8: bad byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} at offset ${offset}`;
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** A lenient decoder writes U+FFFD for bad bytes. The first U+FFFD that the bytes do not spell out marks the place. */
function findBadByte(bytes: Uint8Array): number {
  const chunk = 1 << 20;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let offset = 0;
  for (let start = 0; start < bytes.length; start += chunk) {
    const end = start + chunk;
    const pieces = decoder
      .decode(bytes.subarray(start, end), { stream: end < bytes.length })
      .split(REPLACEMENT);
    for (const [index, piece] of pieces.entries()) {
      offset += Buffer.byteLength(piece);
      if (index === pieces.length - 1) break;
      if (!startsWith(bytes.subarray(offset), ...UTF8_REPLACEMENT)) return offset;
      offset += UTF8_REPLACEMENT.length;
    }
  }
  return offset;
}

/**
 * `" The  Example
 * Post "` → `The Example Post`: a name or headline without control characters, null where it is empty.
 */
export const oneLine = (text: string): string | null =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim() || null;

/** Bytes → a JSON value (RFC 8259) of any depth. The last value of a repeated field counts. */
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

/** The engine's message quotes the text, so only its line and column are passed on. */
function placeOf(error: unknown): string {
  const match = /\(line (\d+) column (\d+)\)/.exec(error instanceof Error ? error.message : '');
  return match === null ? '' : ` (line ${match[1]}, column ${match[2]})`;
}
