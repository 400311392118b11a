import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from '@fastify/proxy-addr';

/** The key under which a client's requests, streams and exports are counted; undefined for a client that has no limit. */
export type ClientKeyOf = (request: IncomingMessage) => string | undefined;

const isPrivate = proxyAddress.compile(['linklocal', 'uniquelocal']);
const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i;

/** In proxies: a private network can have any number of them. */
const MOST_WARNINGS = 10;

/**
 * A client is its address; in IPv6 its network, which has 2^64 addresses for one client. `X-Forwarded-For` of the proxies
 * in `trustProxy` is believed. A peer on this machine has no limit. Neither has a private peer that forwards requests
 * without being trusted: under its address, all readers behind it would be one client. `onUnnamed` gets each such proxy once.
 */
export function clientKeyBy(
  trustProxy: readonly string[],
  onUnnamed: (proxy: string) => void = () => {},
): ClientKeyOf {
  const isNamed = trustedPeers(trustProxy);
  const isTrusted = (address: string): boolean => isNamed(withoutPort(address));
  const unnamed = new Set<string>();
  const note = (proxy: string): void => {
    if (unnamed.size >= MOST_WARNINGS || unnamed.has(proxy)) return;
    unnamed.add(proxy);
    onUnnamed(proxy);
  };
  return (request) => {
    const peer = request.socket.remoteAddress ?? '';
    const isForwarded = request.headers['x-forwarded-for'] !== undefined;
    if (isForwarded && isTrusted(peer)) {
      const address = withoutPort(proxyAddress(request, isTrusted));
      return keyOfAddress(isIP(address) === 0 ? peer : address);
    }
    const isLocal = LOOPBACK.test(peer);
    const isUnnamed = isForwarded && (isLocal || isPrivate(peer, 0));
    if (isUnnamed) note(peer);
    return isLocal || isUnnamed ? undefined : keyOfAddress(peer);
  };
}

/** Whether an address is that of a proxy whose headers are believed. */
export function trustedPeers(trustProxy: readonly string[]): (address: string) => boolean {
  const isNamed = proxyAddress.compile([...trustProxy]);
  return (address) => isNamed(address, 0);
}

/** The key of a peer; undefined where its connections may be those of many clients. */
export type PeerKeyOf = (address: string) => string | undefined;

/** The key of a peer by its address alone. A proxy that is trusted or private brings the connections of many clients. */
export function peerKeyBy(trustProxy: readonly string[]): PeerKeyOf {
  const isNamed = trustedPeers(trustProxy);
  return (address) =>
    LOOPBACK.test(address) || isPrivate(address, 0) || isNamed(address) ? undefined : keyOfAddress(address);
}

/** `203.0.113.9:4711` → `203.0.113.9`, `[2001:db8::9]:4711` → `2001:db8::9`: some proxies name the client's port too. */
function withoutPort(address: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d+)?$/.exec(address) ?? [];
  return bracketed ?? plain ?? address;
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
