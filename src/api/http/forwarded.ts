import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';

/** What a client asked for, as the proxies that are believed report it: what Fastify says of a request, of one of Node's. */
export interface Asked {
  readonly protocol: string;
  readonly host: string;
  /** The client's address. */
  readonly ip: string;
}

export type AskedOf = (request: IncomingMessage) => Asked;

/** Reads `X-Forwarded-*` of requests that come from these addresses and subnets; of all others they mean nothing. */
export function askedBy(trustProxy: readonly string[]): AskedOf {
  const trust = proxyAddress.compile([...trustProxy]);
  return (request) => {
    const { headers, socket } = request;
    const { host = '' } = headers;
    const address = socket.remoteAddress ?? '';
    if (trustProxy.length === 0 || !trust(address, 0)) return { protocol: 'http', host, ip: address };
    return {
      protocol: lastOf(headers['x-forwarded-proto']) ?? 'http',
      host: lastOf(headers['x-forwarded-host']) ?? host,
      ip: proxyAddress(request, trust),
    };
  };
}

/** The last proxy is the one that is nearest, and the only one that is known. */
function lastOf(header: string | string[] | undefined): string | undefined {
  const value = String(header ?? '');
  return value === '' ? undefined : value.slice(value.lastIndexOf(',') + 1).trim();
}
