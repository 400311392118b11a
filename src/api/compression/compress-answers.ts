import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { addVary } from '../vary.ts';
import { codeStream } from './code-stream.ts';
import { codedTag } from './coded-tag.ts';
import { CODERS } from './coders.ts';
import { acceptedCodings, type ContentCoding } from './content-coding.ts';
import { worthwhileCoding } from './worthwhile-coding.ts';

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
