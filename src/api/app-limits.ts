import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';
import type { FollowLimits } from './followers.ts';
import { openPlaces, type Places } from './http/places.ts';
import { type ClientKeyOf, clientKeyBy, type PeerKeyOf, peerKeyBy } from './http/rate-limit/client-key.ts';
import { openRequestLimit, type RequestLimit } from './http/rate-limit/rate-limit.ts';

/** The limits of the clients of a server. They count over all its timelines together. */
export interface AppLimits {
  readonly clientKeyOf: ClientKeyOf;
  readonly peerKeyOf: PeerKeyOf;
  readonly requestLimit: RequestLimit;
  readonly following: FollowLimits;
  /** One for each stream of changes and each GraphQL subscription. */
  readonly followerPlaces: Places;
  /** One for each open WebSocket. */
  readonly socketPlaces: Places;
  /** One for each export that is being sent. */
  readonly exportPlaces: Places;
}

interface LimitSettings {
  readonly log: FastifyBaseLogger | false;
  readonly trustProxy?: readonly string[];
  /** Requests a minute of one client; 0 for no limit. */
  readonly rateLimit?: number;
  readonly following?: FollowLimits;
  /** At a time. */
  readonly maxExports?: number;
  readonly metrics?: Metrics | undefined;
}

export const DEFAULT_LIMITS = {
  trustProxy: [],
  rateLimit: 0,
  following: { intervalMs: 500, heartbeatMs: 15_000, maxFollowers: 100 },
  maxExports: 40,
} as const;

/** Opens the limits of a server. The log warns once of a proxy that makes all readers one client. */
export function openLimits({ log, metrics, ...given }: LimitSettings): AppLimits {
  const { trustProxy, rateLimit, following, maxExports } = { ...DEFAULT_LIMITS, ...given };
  const clientKeyOf = clientKeyBy(trustProxy, (proxy) => {
    const advice = `readers behind ${proxy} have no limits of their own: name this proxy in TRUST_PROXY`;
    if (log !== false)
      log.warn({ proxy, setting: `TRUST_PROXY=${[...trustProxy, proxy].join(',')}` }, advice);
  });
  const peerKeyOf = peerKeyBy(trustProxy);
  const followerPlaces = openPlaces(following.maxFollowers);
  metrics?.watch({
    name: 'dateline_followers',
    help: 'Streams and subscriptions that are open',
    read: followerPlaces.count,
  });
  return {
    clientKeyOf,
    peerKeyOf,
    requestLimit: openRequestLimit(rateLimit, clientKeyOf, peerKeyOf),
    following,
    followerPlaces,
    socketPlaces: openPlaces(following.maxFollowers),
    exportPlaces: openPlaces(maxExports),
  };
}
