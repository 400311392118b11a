/** What those who follow the changes of a timeline are allowed. */
export interface FollowLimits {
  /** How often the store is asked whether anything changed. */
  readonly intervalMs: number;
  /** How long a stream may stay silent. */
  readonly heartbeatMs: number;
  /** Streams and subscriptions together. */
  readonly maxFollowers: number;
}

/** A follower's place, held until it is left. */
export interface Seat {
  /** Aborted when the place is left or the server stops. */
  readonly signal: AbortSignal;
  /** Waits until it is time to ask the store again, or until the signal. */
  pause(): Promise<void>;
  leave(): void;
}

/** The followers of a timeline, bounded in number. */
export interface Followers {
  readonly limits: FollowLimits;
  /** Undefined where there are too many already, and once the server stops. */
  join(): Seat | undefined;
  /** Ends all of them. */
  letGo(): void;
}

export function openFollowers(limits: FollowLimits): Followers {
  const seats = new Set<Seat>();
  let stopped = false;
  return {
    limits,
    join: () => {
      if (stopped || seats.size >= limits.maxFollowers) return undefined;
      const leaving = new AbortController();
      const seat: Seat = {
        signal: leaving.signal,
        pause: () => pause(limits.intervalMs, leaving.signal),
        leave: () => {
          seats.delete(seat);
          leaving.abort();
        },
      };
      seats.add(seat);
      return seat;
    },
    letGo: () => {
      stopped = true;
      for (const seat of seats) seat.leave();
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}
