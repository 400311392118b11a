import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Asked } from '../../http/forwarded.ts';

/** Logs a request and its answer. */
export type LogExchange = (
  exchange: { readonly id: string; readonly begin: number; readonly asked: Asked },
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/** Levels at which what went well is not logged. */
const QUIET: ReadonlySet<string> = new Set(['warn', 'error', 'fatal', 'silent']);

/** The two lines that Fastify logs of each exchange, and for debugging that it was not asked; undefined where nobody reads them. */
export function exchangeLog(log: FastifyBaseLogger | false): LogExchange | undefined {
  if (log === false || QUIET.has(log.level)) return undefined;
  return ({ id, begin, asked }, { method, url, socket }, response) => {
    const { host, ip } = asked;
    const req = { method, url, host, remoteAddress: ip, remotePort: socket.remotePort };
    log.info({ reqId: id, req }, 'incoming request');
    log.debug({ reqId: id }, 'answered before Fastify');
    response.once('finish', () => {
      const { statusCode } = response;
      log.info(
        { reqId: id, res: { statusCode }, responseTime: performance.now() - begin },
        'request completed',
      );
    });
  };
}
