import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpRefusal } from '../http-refusal.ts';
import type { ClientKeyOf, PeerKeyOf } from './client-key.ts';

/** The decision on one more request of a client. */
export interface Allowance {
  /** Undefined for a request that is granted. */
  readonly refusal: HttpRefusal | undefined;
  /** The headers about the client's limit (draft-ietf-httpapi-ratelimit-headers). */
  readonly headers: Readonly<Record<string, string>>;
}

/** The limit on the requests of each client. */
export interface RequestLimit {
  /** Counts a request; undefined for a client that is never limited. */
  take(request: IncomingMessage): Promise<Allowance> | undefined;
  /** Counts bytes of a peer that are no request; undefined for a peer that may bring those of many clients. */
  takeFrom(address: string): Promise<Allowance> | undefined;
  /**
   * Counts a dear request, which was counted once when it arrived, as one for each hundred of its price. The request itself
   * is not refused. A client whose minute is used up is refused from its next request on.
   */
  charge(request: IncomingMessage, price: number): void;
}

const WINDOW_SECONDS = 60;
const PRICE_OF_A_REQUEST = 100;

const NO_LIMIT: RequestLimit = { take: () => undefined, takeFrom: () => undefined, charge: () => {} };

/** So many requests a minute of one client; the minute begins with its first request. 0 is no limit. */
export function openRequestLimit(
  limit: number,
  clientKeyOf: ClientKeyOf,
  peerKeyOf: PeerKeyOf,
): RequestLimit {
  if (limit === 0) return NO_LIMIT;
  const limiter = new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS });
  const policy = { 'ratelimit-policy': `"client";q=${limit};w=${WINDOW_SECONDS}` };
  const consume = async (client: string): Promise<Allowance> => {
    const state = await limiter.consume(client).catch(asRefusal);
    const seconds = Math.ceil(state.msBeforeNext / 1000);
    const headers = { ...policy, ratelimit: `"client";r=${state.remainingPoints};t=${seconds}` };
    return { headers, refusal: state.consumedPoints <= limit ? undefined : tooMany(seconds, headers) };
  };
  const consumeOf = (client: string | undefined) => (client === undefined ? undefined : consume(client));
  return {
    take: (request) => consumeOf(clientKeyOf(request)),
    takeFrom: (address) => consumeOf(peerKeyOf(address)),
    charge: (request, price) => {
      const more = Math.ceil(price / PRICE_OF_A_REQUEST) - 1;
      const client = more > 0 ? clientKeyOf(request) : undefined;
      if (client !== undefined) void limiter.penalty(client, more);
    },
  };
}

const tooMany = (seconds: number, headers: Allowance['headers']): HttpRefusal =>
  new HttpRefusal(
    'RATE_LIMITED',
    `more requests than this server takes of one client; ask again in ${seconds} seconds`,
    { ...headers, 'retry-after': String(seconds) },
  );

/** Too many requests are not an error here, but an answer. */
function asRefusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
}
