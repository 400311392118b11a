import { assertNever, type ErrorCode, type ErrorDetails } from '../../../domain/errors.ts';
import type { EventDocuments } from '../../port/event-documents.ts';
import type { EventStore } from '../../port/event-store.ts';

/** Reads that may take long: their cost grows with the store, or with the size of the answer. */
export interface HeavyReads {
  readonly listDocuments: EventDocuments['list'];
  readonly countByBounds: EventStore['countByBounds'];
  readonly countFacet: EventStore['countFacet'];
  readonly countEvents: EventStore['countEvents'];
}

/** A call of a heavy read, as it is sent to another thread. */
export type HeavyCall = {
  readonly [Name in keyof HeavyReads]: { readonly name: Name; readonly args: Parameters<HeavyReads[Name]> };
}[keyof HeavyReads];

/** A message to a reader thread. After CLOSE the thread closes its connection and ends. */
export type ThreadMessage = typeof CLOSE | { readonly id: number; readonly call: HeavyCall };
export const CLOSE = 'close';

/** The answer of a reader thread to a call. The code is null for an error other than a `TimelineError`. */
export type ThreadAnswer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number;
      readonly error: Error;
      readonly code: ErrorCode | null;
      readonly details: ErrorDetails;
    };

export function performHeavy(store: EventStore, call: HeavyCall): Promise<unknown> {
  switch (call.name) {
    case 'listDocuments':
      return store.documents.list(...call.args);
    case 'countByBounds':
      return store.countByBounds(...call.args);
    case 'countFacet':
      return store.countFacet(...call.args);
    case 'countEvents':
      return store.countEvents(...call.args);
    default:
      return assertNever(call);
  }
}
