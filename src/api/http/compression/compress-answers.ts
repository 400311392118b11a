import { pipeline, Readable } from 'node:stream';
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
import type { FastifyInstance, FastifyReply } from 'fastify';
import { addVary } from '../vary.ts';
import { codedTag } from './coded-tag.ts';
import { acceptedCodings, type ContentCoding, worthwhileCoding } from './content-coding.ts';

/** Text in any form but server-sent events, of which each has to arrive when it is sent. */
const COMPRESSIBLE = /^text\/(?!event-stream)|[/+](json|xml|javascript|x-ndjson|jsonl)\b/;

/** Compresses answers for clients that ask for it, files as they stream. To be called before any route is added. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload: unknown, done) => {
    const compressible = isCompressible(reply);
    if (compressible || reply.statusCode === 304) addVary(reply, 'Accept-Encoding');
    if (!compressible) return done(null, payload);
    const encodings = request.headers['accept-encoding'];
    if (payload instanceof Readable) {
      const [coding] = acceptedCodings(encodings);
      if (coding === undefined) return done(null, payload);
      announce(reply, coding);
      return done(null, request.method === 'HEAD' ? payload : codeStream(payload, coding));
    }
    const coding = isWhole(payload) ? worthwhileCoding(payload, encodings) : undefined;
    if (!isWhole(payload) || coding === undefined) return done(null, payload);
    announce(reply, coding);
    CODERS[coding].whole(payload).then((coded) => done(null, coded), done);
  });
}

const isWhole = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload);

/** Not what is compressed already, and not a part of something. */
const isCompressible = (reply: FastifyReply): boolean =>
  COMPRESSIBLE.test(String(reply.getHeader('content-type'))) &&
  !reply.hasHeader('content-encoding') &&
  !reply.hasHeader('content-range');

function announce(reply: FastifyReply, coding: ContentCoding): void {
  reply.removeHeader('content-length').header('content-encoding', coding);
  const tag = reply.getHeader('etag');
  if (typeof tag === 'string') reply.header('etag', codedTag(tag, coding));
}

/**
 * A stream in a coding. Its first piece is flushed at once, so that the reader sees a beginning. The pieces before a break
 * are sent before the connection is cut.
 */
function codeStream(source: AsyncIterable<string | Buffer>, coding: ContentCoding): Readable {
  const coder = CODERS[coding].stream();
  // The break of a source is logged at the source. Here the answer has to end.
  pipeline(flushing(source, coder), coder, () => {});
  return coder;
}

/** The pipeline asks for the next piece when the coder has the one before it. */
async function* flushing(
  source: AsyncIterable<string | Buffer>,
  coder: Gzip | BrotliCompress,
): AsyncGenerator<string | Buffer> {
  let isFirst = true;
  try {
    for await (const piece of source) {
      yield piece;
      if (isFirst) coder.flush();
      isFirst = false;
    }
  } catch (error) {
    await new Promise<void>((resolve) => coder.flush(resolve));
    throw error;
  }
}

interface Coder {
  /** A whole answer, outside the main thread. */
  readonly whole: (body: string | Buffer) => Promise<Buffer>;
  readonly stream: () => Gzip | BrotliCompress;
}

/** Denser than gzip in about its time; brotli's own default is for files that are compressed once. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** A window of 256 KB: an unread stream takes 4 MB then, and 11 MB with brotli's own window. */
const BROTLI_STREAM = { params: { ...BROTLI.params, [constants.BROTLI_PARAM_LGWIN]: 18 } };

const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)];

const CODERS: Readonly<Record<ContentCoding, Coder>> = {
  br: { whole: (body) => asBrotli(body, BROTLI), stream: () => createBrotliCompress(BROTLI_STREAM) },
  gzip: { whole: (body) => asGzip(body), stream: () => createGzip() },
};
