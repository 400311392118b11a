import type { IncomingMessage } from 'node:http';
import type { Allowance } from './rate-limit/rate-limit.ts';

/** What was done with a request before Fastify got it, and cannot be done twice. */
export interface HandedOver {
  readonly body: Buffer;
  /** Undefined where it was not counted. */
  readonly allowance: Allowance | undefined;
}

const requests = new WeakMap<IncomingMessage, HandedOver>();

export const handOver = (request: IncomingMessage, done: HandedOver): void => {
  requests.set(request, done);
};

export const handedOver = (request: IncomingMessage): HandedOver | undefined => requests.get(request);
