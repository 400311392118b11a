import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './http-refusal.ts';

/** Refuses requests whose head breaks a rule of HTTP that neither Node nor the router holds. To be called before any route is added. */
export function checkHeads(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => done(faultOfHead(request.raw)));
}

/** The rule of HTTP that the head of a request breaks; undefined for a sound one. */
export function faultOfHead({
  rawHeaders,
  headers,
  httpVersion,
  url = '',
}: IncomingMessage): HttpRefusal | undefined {
  // RFC 9112, section 3.2. A request of HTTP/1.0 needs no Host.
  const hosts = countHosts(rawHeaders);
  if (hosts > 1) return new HttpRefusal('BAD_REQUEST', 'the request has more than one Host header');
  if (hosts === 0 && httpVersion === '1.1')
    return new HttpRefusal('BAD_REQUEST', 'the request has no Host header');
  const { expect } = headers;
  // RFC 9110, section 10.1.1.
  if (expect !== undefined && expect.toLowerCase() !== '100-continue')
    return new HttpRefusal('EXPECTATION_FAILED', 'the only expectation that is met here is 100-continue');
  const query = url.indexOf('?');
  if (query >= 0 && url.includes('%', query) && !isDecodable(url.slice(query)))
    return new HttpRefusal('BAD_REQUEST', 'the query is not valid percent-encoded UTF-8');
  return undefined;
}

/** `rawHeaders` has names and values in turn. Node drops a second Host from `headers`. */
function countHosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let n = 0; n < rawHeaders.length; n += 2)
    if (rawHeaders[n]?.length === 4 && rawHeaders[n]?.toLowerCase() === 'host') count += 1;
  return count;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
