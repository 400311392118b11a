import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';

/** The measurements of reading an export. */
export interface ReadExport {
  readonly bytes: number;
  readonly seconds: number;
  /** The time to the first byte of the body, in milliseconds. */
  readonly firstByteMs: number;
}

/** Reads an export to its end, or for a number of seconds. */
export async function readExport(
  port: number,
  path: string,
  seconds: number = Number.POSITIVE_INFINITY,
): Promise<ReadExport> {
  const begin = performance.now();
  const request = get({ port, host: '127.0.0.1', path });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${path} was answered with ${response.statusCode}`);
  let [bytes, firstByteMs] = [0, 0];
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes === 0) firstByteMs = performance.now() - begin;
    bytes += chunk.length;
    if (performance.now() - begin > 1000 * seconds) break;
  }
  request.destroy();
  return { bytes, firstByteMs, seconds: (performance.now() - begin) / 1000 };
}

/** Each line of an export, read as JSON. */
export async function* readLines(port: number, path: string): AsyncGenerator<unknown> {
  const [response] = (await once(get({ port, host: '127.0.0.1', path }), 'response')) as [IncomingMessage];
  for await (const line of createInterface({ input: response })) yield JSON.parse(line);
}
