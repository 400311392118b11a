import type { OnChange } from '../timeline/read/follow-changes.ts';
import type { Places } from './http/places.ts';

/** The limits of those who follow the changes of a timeline. */
export interface FollowLimits {
  /** How often the store is asked for its revision. */
  readonly intervalMs: number;
  /** How long a stream may stay silent. */
  readonly heartbeatMs: number;
  /** Streams and GraphQL subscriptions together. */
  readonly maxFollowers: number;
}

/** One follower of the changes. */
export interface Subscription {
  /** Aborted at the release, or when the followers are closed. */
  readonly signal: AbortSignal;
  /** Waits until the store is to be asked again: for the interval, a change that is announced, or the signal. */
  pause(onChange?: OnChange): Promise<void>;
  release(): void;
}

/** The followers of a timeline, bounded in number. */
export interface Followers {
  readonly limits: FollowLimits;
  /** Undefined where there are too many already, in all or of this client, and once the followers are closed. */
  subscribe(client: string | undefined): Subscription | undefined;
  /** Releases all, and takes no more. */
  close(): void;
}

/** The places are those of all timelines of the server. */
export function openFollowers(limits: FollowLimits, places: Places): Followers {
  const subscriptions = new Set<Subscription>();
  let closed = false;
  return {
    limits,
    subscribe: (client) => {
      const free = closed ? undefined : places.take(client);
      if (free === undefined) return undefined;
      const released = new AbortController();
      const subscription: Subscription = {
        signal: released.signal,
        pause: (onChange) => pause(limits.intervalMs, released.signal, onChange),
        release: () => {
          subscriptions.delete(subscription);
          free();
          released.abort();
        },
      };
      subscriptions.add(subscription);
      return subscription;
    },
    close: () => {
      closed = true;
      for (const subscription of subscriptions) subscription.release();
    },
  };
}

function pause(ms: number, signal: AbortSignal, onChange: OnChange = () => () => {}): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      forget();
      resolve();
    };
    const forget = onChange(end);
    const timer = setTimeout(end, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}
