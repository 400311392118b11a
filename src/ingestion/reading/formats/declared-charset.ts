import { decodeText } from './decode-text.ts';
import type { Reading } from './reading.ts';

/** Bytes → text. A byte order mark counts, then the charset that came with the bytes, else it is UTF-8. */
export const decodeDeclared = (bytes: Uint8Array, charset: string | null): Reading<string> =>
  decodeText(bytes, charsetOfMark(bytes) ?? charset);

/** A page's bytes → text: where no mark and no charset came with them, the page may declare its own. */
export const decodePage = (bytes: Uint8Array, charset: string | null): Reading<string> =>
  decodeDeclared(bytes, charset ?? charsetInPage(bytes));

function charsetOfMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Where a page may declare its charset: the first 1,024 bytes by the HTML standard, but many pages exceed them. */
const DECLARED_WITHIN = 4_096;

const DECLARATIONS: readonly RegExp[] = [
  // <meta charset="iso-8859-1">, <meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
  /<meta\b[^<>]{0,300}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}(?<charset>[\w:.-]{2,40})/i,
  // <?xml version="1.0" encoding="iso-8859-1"?>
  /^\W{0,9}<\?xml\b[^<>]{0,200}?\bencoding\s{0,9}=\s{0,9}["'](?<charset>[\w:.-]{2,40})/i,
];

/**
 * Null where the page declares nothing, or not the truth. Pages that were saved anew as UTF-8 keep their old declaration.
 * Pages that are read as ASCII up to it are not UTF-16.
 */
function charsetInPage(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  const [charset] = DECLARATIONS.flatMap((form) => form.exec(start)?.groups?.['charset'] ?? []);
  const isTrue =
    charset !== undefined && !/^utf-?16/i.test(charset) && isIn(charset, NO_BYTES) && !isIn('utf-8', bytes);
  return isTrue ? charset : null;
}

const NO_BYTES = new Uint8Array();

/** Whether a charset is known and the bytes are text in it. */
function isIn(charset: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
