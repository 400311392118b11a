import { TimelineError } from '../domain/errors.ts';
import type { PoolThread } from './pool-thread.ts';

export interface CallOptions {
  /** How long the caller waits, in line and at work; as long as it takes where it is left out. */
  readonly timeLimitMs?: number | undefined;
  /** Aborted when the caller no longer waits. */
  readonly signal?: AbortSignal | undefined;
  /** The state that the answer depends on. Equal calls at the same state share one run. */
  readonly state?: number | undefined;
}

/** A call that waits for a thread or runs on it, for one asker or for several. */
export interface PendingCall {
  ask(options: CallOptions): Promise<unknown>;
  runOn(thread: PoolThread): Promise<void>;
  /** Rejects all askers, and stops the call. */
  giveUp(reason: Error): void;
  /** Fulfilled when the call has been answered or given up, and no thread works on it. */
  readonly ended: Promise<void>;
}

interface Asker {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** `onEnd` is called when the call is answered or given up: the last asker has then gone. */
export function pendingCall(name: string, args: readonly unknown[], onEnd: () => void): PendingCall {
  const askers = new Set<Asker>();
  const ended = Promise.withResolvers<void>();
  let thread: PoolThread | undefined;

  const giveUp = (): void => {
    onEnd();
    if (thread === undefined) ended.resolve();
    else thread.stop();
  };
  const settleAll = (settle: (asker: Asker) => void): void => {
    onEnd();
    for (const asker of askers) settle(asker);
    askers.clear();
    ended.resolve();
  };

  return {
    ended: ended.promise,
    giveUp: (reason) => {
      for (const asker of askers) asker.reject(reason);
      askers.clear();
      giveUp();
    },
    ask: ({ timeLimitMs, signal }) =>
      new Promise((resolve, reject) => {
        const leave = (error: unknown): void => {
          asker.reject(error);
          askers.delete(asker);
          if (askers.size === 0) giveUp();
        };
        const onAbort = (): void => leave(signal?.reason);
        const timer =
          timeLimitMs === undefined ? undefined : setTimeout(() => leave(tooLong(timeLimitMs)), timeLimitMs);
        const release = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
        };
        const asker: Asker = {
          resolve: (value) => {
            release();
            resolve(value);
          },
          reject: (error) => {
            release();
            reject(error);
          },
        };
        askers.add(asker);
        if (signal?.aborted === true) onAbort();
        else signal?.addEventListener('abort', onAbort, { once: true });
      }),
    runOn: async (given) => {
      thread = given;
      try {
        const value = await given.perform(name, args);
        settleAll(({ resolve }) => resolve(value));
      } catch (error) {
        settleAll(({ reject }) => reject(error));
      }
    },
  };
}

const tooLong = (limitMs: number): TimelineError =>
  new TimelineError('LIMIT_EXCEEDED', `the answer takes longer than ${limitMs} ms: ask for less`, {
    details: { limitMs },
  });
