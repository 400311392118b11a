import { TimelineError } from '../domain/errors.ts';
import { type CallOptions, type PendingCall, pendingCall } from './pending-call.ts';
import { type PoolThread, startThread, type ThreadProgram } from './pool-thread.ts';
import type { ThreadMethods } from './thread-messages.ts';

/** Worker threads of one program, and the calls that wait for one of them. */
export interface ThreadPool<M extends ThreadMethods<M>> {
  /** Throws `STORE_BUSY` where too many calls wait, `LIMIT_EXCEEDED` where the call takes too long. */
  call<Name extends keyof M & string>(
    name: Name,
    args: Parameters<M[Name]>,
    options?: CallOptions,
  ): ReturnType<M[Name]>;
  state(): PoolState;
  /** Answers the calls made before, or gives them up for a reason. Later calls are rejected. */
  close(reason?: Error): Promise<void>;
}

/** How much a pool has to do. */
export interface PoolState {
  /** Calls that wait for a thread. */
  readonly waiting: number;
  /** How long the oldest call waits or runs; 0 where there is none. */
  readonly oldestMs: number;
}

/** Is handed the state of a pool, under the pool's name, when the pool is opened. */
export type WatchPool = (name: string, state: () => PoolState) => void;

export interface PoolSize {
  readonly threads: number;
  /** The most calls that wait for a thread. */
  readonly waiting: number;
  /**
   * The most calls that are sent to a thread, the one at work among them: 1 where it is left out. A thread that holds more goes on
   * while the main thread is busy. Its calls come without a time limit and a signal, since only the one at work can be stopped.
   */
  readonly sent?: number;
}

/** Each thread starts at the first call for it. A thread that ends early rejects its call; a later call starts another. */
export function openThreadPool<M extends ThreadMethods<M>>(
  program: ThreadProgram,
  size: PoolSize,
): ThreadPool<M> {
  /** The number of calls that each thread holds. */
  const threads = new Map<PoolThread, number>();
  /** In the order of their arrival. */
  const waiting = new Set<PendingCall>();
  const shared = new Map<string, PendingCall>();
  /** Calls without an answer yet, by when each came: the oldest first. */
  const pending = new Map<PendingCall, number>();
  let isClosed = false;

  const start = (): PoolThread => {
    const thread = startThread(program, () => threads.delete(thread));
    threads.set(thread, 0);
    return thread;
  };
  /** An idle thread, else a new one, else the thread with the fewest calls. */
  const freeThread = (): PoolThread | undefined => {
    const [least] = [...threads].sort(([, one], [, other]) => one - other);
    if (least?.[1] !== 0 && threads.size < size.threads) return start();
    return least !== undefined && least[1] < (size.sent ?? 1) ? least[0] : undefined;
  };
  const count = (thread: PoolThread, change: 1 | -1): void => {
    const held = threads.get(thread);
    if (held !== undefined) threads.set(thread, held + change);
  };

  /** Gives each free thread the call that waits longest. */
  const goOn = (): void => {
    for (const call of waiting) {
      const thread = freeThread();
      if (thread === undefined) return;
      waiting.delete(call);
      count(thread, 1);
      void call.runOn(thread).then(() => {
        count(thread, -1);
        goOn();
      });
    }
  };

  const add = (name: string, args: readonly unknown[], key: string | undefined): PendingCall => {
    if (waiting.size >= size.waiting)
      throw new TimelineError('STORE_BUSY', 'too many large requests wait: ask again a little later');
    const call = pendingCall(name, args, () => {
      waiting.delete(call);
      if (key !== undefined && shared.get(key) === call) shared.delete(key);
    });
    if (key !== undefined) shared.set(key, call);
    waiting.add(call);
    pending.set(call, performance.now());
    void call.ended.then(() => pending.delete(call));
    return call;
  };

  const perform = async (name: string, args: readonly unknown[], options: CallOptions): Promise<unknown> => {
    if (isClosed) throw new Error('the threads are closed');
    const { state } = options;
    const key = state === undefined ? undefined : JSON.stringify([state, name, args]);
    const known = key === undefined ? undefined : shared.get(key);
    if (known !== undefined) return known.ask(options);
    const answer = add(name, args, key).ask(options);
    goOn();
    return answer;
  };

  return {
    // A thread gives the value that the method of that name gives.
    call: (name, args, options = {}) => perform(name, args, options) as ReturnType<M[typeof name]>,
    state: () => {
      const [oldest] = pending.values();
      return { waiting: waiting.size, oldestMs: oldest === undefined ? 0 : performance.now() - oldest };
    },
    close: async (reason) => {
      isClosed = true;
      const calls = [...pending.keys()];
      if (reason !== undefined) for (const call of calls) call.giveUp(reason);
      await Promise.all(calls.map(({ ended }) => ended));
      await Promise.all([...threads.keys()].map((thread) => thread.close()));
    },
  };
}
