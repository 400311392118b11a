import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { originOf } from '../urls.ts';

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
  readonly headers: Readonly<Record<string, string>>;
}

/** What an answer has of its own; every other header is put on each answer anew. */
const OWN_HEADERS = ['content-type', 'link'] as const;

/** A single answer may take this share of the whole. */
const LARGEST_SHARE = 0.1;

/**
 * Keeps answers to GET in so many bytes; undefined for 0, which is no cache. To be called before answers are compressed.
 * Streams, errors and answers to those who authorize themselves are not kept.
 */
export function openResponseCache(app: FastifyInstance, bytes: number): ResponseCache | undefined {
  if (bytes === 0) return undefined;
  const answers = new LRUCache<string, Kept>({
    maxSize: bytes,
    maxEntrySize: Math.floor(bytes * LARGEST_SHARE),
    sizeCalculation: ({ body }, key) => body.length + key.length + 1,
  });
  const awaited = new WeakMap<FastifyRequest, string>();
  let current = 0;
  app.addHook('onSend', (request, reply, payload: unknown, done) => {
    const key = awaited.get(request);
    const isWhole = reply.statusCode === 200 && reply.hasHeader('etag') && typeof payload === 'string';
    if (key !== undefined && isWhole)
      answers.set(key, { body: Buffer.from(payload), headers: ownHeadersOf(reply) });
    done(null, payload);
  });
  return {
    send: (request, reply, { tag, revision }) => {
      if (request.method !== 'GET' || request.headers.authorization !== undefined) return undefined;
      if (revision !== current) answers.clear();
      current = revision;
      // Links in an answer name the host that it was asked at.
      const key = `${tag} ${originOf(request)}`;
      const kept = answers.get(key);
      if (kept !== undefined) return reply.headers(kept.headers).send(kept.body);
      awaited.set(request, key);
      return undefined;
    },
  };
}

const ownHeadersOf = (reply: FastifyReply): Kept['headers'] =>
  Object.fromEntries(
    OWN_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
