import { once } from 'node:events';
import { jsonLine } from '../../formats/export/json-exports.ts';

/** Writes to standard output, and waits while a slow reader is behind. A terminal gets no control characters of an article. */
export async function print(text: string): Promise<void> {
  const shown = process.stdout.isTTY ? withoutControls(text) : text;
  if (!process.stdout.write(shown)) await once(process.stdout, 'drain');
}

/**
 * Replaces the control characters that a terminal obeys (ECMA-48: C0, C1 and DEL), such as the one that begins an escape
 * sequence. Line feeds and tabs stay, and so does a carriage return before a line feed.
 */
export const withoutControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  text.replace(/\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');

/** One JSON document on a line of its own. */
export const printJson = (document: unknown): Promise<void> => print(jsonLine(document));

/** One line for the person at the terminal, on standard error. */
export function complain(line: string): void {
  process.stderr.write(`${withoutControls(line)}\n`);
}

/** Ends without a message when the reader of the output has closed it, as in `dateline export | head`. */
export function endQuietlyOnBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
