import type { IncomingMessage } from 'node:http';
import { handleProtocols } from 'graphql-ws';
import { faultOfHead } from '../../http/check-heads.ts';
import { HttpRefusal } from '../../http/http-refusal.ts';

/** Whether a request asks for a socket where there are sockets. Any other request is answered as HTTP. */
export const isSocketRequest = ({ headers, url }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket' && /^(?:\/t\/[a-z0-9-]+)?\/graphql(?=\?|$)/.test(url ?? '');

/** The refusal of a request for a socket; undefined where it is granted. */
export function refusalOfUpgrade(
  request: IncomingMessage,
  origins: readonly string[],
): HttpRefusal | undefined {
  const { headers, url = '' } = request;
  const fault = faultOfHead(request);
  if (fault !== undefined) return fault;
  // The path of a further timeline has lost its slug by now. A slug that is left belongs to no timeline.
  if (!/^\/graphql(?=\?|$)/.test(url))
    return new HttpRefusal('ROUTE_NOT_FOUND', `there is nothing at "${url.slice(0, 200)}"`);
  if (handleProtocols(headers['sec-websocket-protocol'] ?? '') === false)
    return new HttpRefusal('BAD_REQUEST', 'the only protocol of sockets here is graphql-transport-ws');
  const { origin } = headers;
  if (origin === undefined || origins.includes('*') || origins.includes(origin)) return undefined;
  return new HttpRefusal('ORIGIN_NOT_ALLOWED', 'pages of this origin may not open sockets here');
}

export const tooManySockets = (): HttpRefusal =>
  new HttpRefusal('TOO_MANY_FOLLOWERS', 'no more sockets can be opened', { 'retry-after': '1' });

/** RFC 6455, section 4.4: the refusal of another version names the one that is spoken. */
export const badHandshake = (): HttpRefusal =>
  new HttpRefusal('BAD_REQUEST', 'the request is no handshake of RFC 6455', {
    'sec-websocket-version': '13',
  });
