import { promisify } from 'node:util';
import {
  type BrotliCompress,
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  type Gzip,
  gzip,
} from 'node:zlib';
import type { ContentCoding } from './content-coding.ts';

interface Coder {
  /** A whole answer, outside the main thread. */
  readonly whole: (body: string | Buffer) => Promise<Buffer>;
  readonly stream: () => Gzip | BrotliCompress;
}

/** Denser than gzip in about its time; brotli's own default is for files that are compressed once. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)];

export const CODERS: Readonly<Record<ContentCoding, Coder>> = {
  br: { whole: (body) => asBrotli(body, BROTLI), stream: () => createBrotliCompress(BROTLI) },
  gzip: { whole: (body) => asGzip(body), stream: () => createGzip() },
};
