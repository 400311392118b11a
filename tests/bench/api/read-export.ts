import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

/** What came of reading an export. */
export interface ReadExport {
  readonly bytes: number;
  readonly seconds: number;
  /** Until the first byte of the body, in milliseconds. */
  readonly firstByteMs: number;
  /** Of the body. */
  readonly sha256: string;
}

/** Reads an export to its end, or for so many seconds. */
export async function readExport(
  port: number,
  path: string,
  seconds: number = Number.POSITIVE_INFINITY,
): Promise<ReadExport> {
  const begin = performance.now();
  const request = get({ port, host: '127.0.0.1', path });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${path} was answered with ${response.statusCode}`);
  const hash = createHash('sha256');
  let [bytes, firstByteMs] = [0, 0];
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes === 0) firstByteMs = performance.now() - begin;
    bytes += chunk.length;
    hash.update(chunk);
    if (performance.now() - begin > 1000 * seconds) break;
  }
  request.destroy();
  return { bytes, firstByteMs, seconds: (performance.now() - begin) / 1000, sha256: hash.digest('hex') };
}
