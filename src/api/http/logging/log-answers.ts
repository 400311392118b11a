import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../../../metrics/metrics.ts';
import { timelineOf } from '../public-address.ts';
import { factsOf, noteFacts } from './request-facts.ts';
import { traceOf } from './request-id.ts';

/** An answer that takes longer is a warning. Streams of changes last as long as their readers want. */
const SLOW_MS = 1000;

/** The status under which nginx counts a request whose client has left before the answer was whole. */
const CUT_OFF = 499;

/**
 * Logs one line for each answer, also for one that its client did not wait for, and measures it for `metrics`. `req`, `res` and
 * `responseTime` (in ms) are named as Fastify names them. The route is its pattern. The timeline, the GraphQL operation and the
 * trace are left out where there is none; the default timeline has no name here.
 */
export function logAnswers(app: FastifyInstance, metrics: Metrics | undefined): void {
  noteFacts(app);
  const note: Note = (request, reply, isWhole) => {
    const { method, headers } = request;
    const { operation, price, copy } = factsOf(request);
    const route = request.routeOptions.url ?? null;
    const milliseconds = reply.elapsedTime;
    const isStream = isStreamOfChanges(reply);
    const isSlow = milliseconds > SLOW_MS && !isStream;
    request.log[isSlow ? 'warn' : 'info'](
      {
        req: request,
        res: reply,
        timeline: timelineOf(request),
        route,
        operation,
        price,
        ...traceOf(headers),
        responseTime: milliseconds,
      },
      `${isSlow ? 'slow ' : ''}request ${isWhole || isStream ? 'completed' : 'cut off'}`,
    );
    if (isStream) return;
    metrics?.answered({
      method,
      route,
      operation,
      status: isWhole ? reply.statusCode : CUT_OFF,
      seconds: milliseconds / 1000,
      copy: reply.statusCode === 304 ? 'NOT_MODIFIED' : copy,
    });
  };
  app.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    if (!PRESENT.has(socket)) socket.once('close', noteCutOff);
    PRESENT.set(socket, { request, reply, note });
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    factsOf(request).isSent = true;
    note(request, reply, true);
    done();
  });
}

type Note = (request: FastifyRequest, reply: FastifyReply, isWhole: boolean) => void;

/**
 * The present request of each connection. Fastify has no hook for an answer whose connection closes before its end. A connection
 * has many requests, one after the other, so that one listener on it costs less than a listener for each.
 */
const PRESENT = new WeakMap<
  Socket,
  { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly note: Note }
>();

function noteCutOff(this: Socket): void {
  const present = PRESENT.get(this);
  if (present !== undefined && !factsOf(present.request).isSent)
    present.note(present.request, present.reply, false);
}

const isStreamOfChanges = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-type')).startsWith('text/event-stream');
