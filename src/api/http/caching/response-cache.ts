import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { factsOf } from '../logging/request-facts.ts';
import type { OriginOf } from '../public-address.ts';

/** Answers at hand, each under its entity tag, for as long as the data set stays at one revision. */
export interface ResponseCache {
  /**
   * Sends the answer that has this tag, if it is at hand; undefined if not, and then the answer to the request is kept.
   * Only for what anybody may read.
   */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    state: { readonly tag: string; readonly revision: number },
  ): FastifyReply | undefined;
}

interface Kept {
  readonly body: Buffer;
  /** The headers that its handler set; all others are put on each answer anew. */
  readonly headers: Readonly<Record<string, number | string | string[] | undefined>>;
}

/** An answer that is kept once its handler has made it, and the headers that were set before. */
interface Awaited {
  readonly key: string;
  readonly headers: ReadonlySet<string>;
}

/** A single answer may take this share of the whole. */
const LARGEST_SHARE = 0.1;

/**
 * Keeps answers to GET in so many bytes; undefined for 0, which is no cache. To be called before answers are compressed.
 * Streams, errors and answers to those who authorize themselves are not kept.
 */
export function openResponseCache(
  app: FastifyInstance,
  bytes: number,
  originOf: OriginOf,
): ResponseCache | undefined {
  if (bytes === 0) return undefined;
  const answers = new LRUCache<string, Kept>({
    maxSize: bytes,
    maxEntrySize: Math.floor(bytes * LARGEST_SHARE),
    sizeCalculation: ({ body }, key) => body.length + key.length + 1,
  });
  const awaited = new WeakMap<FastifyRequest, Awaited>();
  let current = 0;
  app.addHook('onSend', (request, reply, payload: unknown, done) => {
    const keep = awaited.get(request);
    const isKept = keep !== undefined && reply.statusCode === 200 && reply.hasHeader('etag');
    if (isKept && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
      answers.set(keep.key, { body, headers: headersSince(keep.headers, reply) });
    }
    done(null, payload);
  });
  return {
    send: (request, reply, { tag, revision }) => {
      if (request.method !== 'GET' || request.headers.authorization !== undefined) return undefined;
      if (revision !== current) answers.clear();
      current = revision;
      // Links in an answer begin with the host and the prefix that it was asked at.
      const key = `${tag} ${originOf(request)}`;
      const kept = answers.get(key);
      if (kept !== undefined) {
        factsOf(request).copy = 'MEMORY';
        return reply.headers(kept.headers).send(kept.body);
      }
      awaited.set(request, { key, headers: new Set(Object.keys(reply.getHeaders())) });
      return undefined;
    },
  };
}

const headersSince = (earlier: ReadonlySet<string>, reply: FastifyReply): Kept['headers'] =>
  Object.fromEntries(Object.entries(reply.getHeaders()).filter(([name]) => !earlier.has(name)));
