import type { ErrorCode, ErrorDetails } from '../domain/errors.ts';

/** Methods that another thread performs. Arguments and values are copied (structured clone). */
export type ThreadMethods<M> = { readonly [Name in keyof M]: (...args: never[]) => Promise<unknown> };

/** A message to a thread. After CLOSE the thread ends by itself. */
export type ThreadMessage = typeof CLOSE | { readonly name: string; readonly args: readonly unknown[] };

export const CLOSE = 'close';

/** The answer to the last call. The code is null for an error other than a `TimelineError`. */
export type ThreadAnswer =
  | { readonly value: unknown }
  | { readonly error: Error; readonly code: ErrorCode | null; readonly details: ErrorDetails };

/** The data of a thread at its start. */
export interface ThreadStart<Data> {
  readonly data: Data;
  /** Shared memory with one number: 1 while the present call is to stop. */
  readonly stopped: Int32Array<SharedArrayBuffer>;
}
