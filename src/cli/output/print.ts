import { once } from 'node:events';
import { jsonLine } from '../../formats/export/json-exports.ts';

/** Writes to standard output, and waits while a slow reader is behind. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** One JSON document on a line of its own. */
export const printJson = (document: unknown): Promise<void> => print(jsonLine(document));

/** One line for the person at the terminal, on standard error. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Ends without a message when the reader of the output has closed it, as in `dateline export | head`. */
export function endQuietlyOnBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
