import { decodeText } from './decode-text.ts';
import { type ArticleDraft, type Reading, read } from './reading.ts';

/** A `.txt` file: all of it is the article's text, unchanged but for byte order mark and CRLF. */
export function readPlainText(bytes: Uint8Array): Reading<ArticleDraft> {
  const text = decodeText(bytes);
  return text.kind === 'refused' ? text : read({ text: text.value, fields: {} });
}
