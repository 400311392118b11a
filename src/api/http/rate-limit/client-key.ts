import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';

/** The key under which a client's requests are counted. */
export type ClientKeyOf = (request: IncomingMessage) => string;

/**
 * A client is its address; in IPv6 its network, which has 2^64 addresses for one client. `X-Forwarded-For` of these proxies
 * is believed.
 */
export function clientKeyBy(trustProxy: readonly string[]): ClientKeyOf {
  const isTrusted = proxyAddress.compile([...trustProxy]);
  return (request) => keyOfAddress(proxyAddress(request, isTrusted));
}

/** `203.0.113.9`, also where it comes mapped into IPv6; `2001:db8:0:1::9` → `2001:db8:0:1`. */
export function keyOfAddress(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));
  const given = [...groups(head), ...groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - given.length;
  const whole = [...groups(head), ...Array.from({ length: zeros }, () => '0'), ...groups(tail ?? '')];
  return whole.slice(0, 4).join(':').toLowerCase();
}
