import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { TimelineError } from '../domain/errors.ts';
import type { PrometheusMetrics } from '../metrics/prometheus-metrics.ts';

/**
 * Serves `/metrics` at an address of its own, which readers of the API do not reach. Throws `BAD_CONFIG` where the address
 * is not available.
 */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  metrics: PrometheusMetrics,
): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url?.split('?', 1)[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new TimelineError('BAD_CONFIG', `METRICS: cannot listen on ${host}, port ${port}`, { cause });
  }
  return server;
}
