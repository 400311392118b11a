import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** The headers about a client's limit (draft-ietf-httpapi-ratelimit-headers). */
export type LimitHeaders = Readonly<Record<string, string>>;

/** The decision on one more request of a client. */
export interface Allowance {
  readonly isGranted: boolean;
  readonly headers: LimitHeaders;
}

/** Counts the requests of each client. */
export type TakeRequest = (client: string) => Promise<Allowance>;

const WINDOW_SECONDS = 60;

/** So many requests a minute of one client; the minute begins with its first request. Undefined for a limit of 0, which is none. */
export function rateLimitOf(limit: number): TakeRequest | undefined {
  if (limit === 0) return undefined;
  const limiter = new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS });
  const policy = { 'ratelimit-policy': `"client";q=${limit};w=${WINDOW_SECONDS}` };
  return async (client) => {
    const state = await limiter.consume(client).catch(asRefusal);
    const seconds = Math.ceil(state.msBeforeNext / 1000);
    const headers = { ...policy, ratelimit: `"client";r=${state.remainingPoints};t=${seconds}` };
    const isGranted = state.consumedPoints <= limit;
    return { isGranted, headers: isGranted ? headers : { ...headers, 'retry-after': String(seconds) } };
  };
}

/** Too many requests are not an error here, but an answer. */
function asRefusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
}
