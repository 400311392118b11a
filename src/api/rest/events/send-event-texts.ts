import type { FastifyReply } from 'fastify';

/** Sends events that are JSON texts already, as `events` of an object with what else it has: nothing is written again. */
export function sendEventTexts(reply: FastifyReply, others: object, events: readonly string[]): FastifyReply {
  const rest = JSON.stringify(others).slice(1, -1);
  const body = `{"events":[${events.join(',')}]${rest === '' ? '' : `,${rest}`}}`;
  return reply.type('application/json; charset=utf-8').send(body);
}
