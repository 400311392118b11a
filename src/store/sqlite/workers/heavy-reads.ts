import { assertNever } from '../../../domain/errors.ts';
import type { EventDocuments } from '../../port/event-documents.ts';
import type { EventStore } from '../../port/event-store.ts';

/** Reads that may take long: their cost grows with the store, or with what is asked for. */
export interface HeavyReads {
  readonly listTexts: EventDocuments['list'];
  readonly countByBounds: EventStore['countByBounds'];
  readonly countFacet: EventStore['countFacet'];
  readonly countEvents: EventStore['countEvents'];
}

/** A call of one of them, as it is sent to another thread. */
export type HeavyCall = {
  readonly [Name in keyof HeavyReads]: { readonly name: Name; readonly args: Parameters<HeavyReads[Name]> };
}[keyof HeavyReads];

/** What a thread is started with. */
export interface ThreadData {
  readonly file: string;
  /** Whether it is content with the time that nobody else wants. */
  readonly isPatient: boolean;
}

/** Tells the thread to close its connection and to end, after what it was asked before. */
export const CLOSE = 'close';

/** What is sent to the thread. */
export type ThreadMessage = typeof CLOSE | { readonly id: number; readonly call: HeavyCall };

export function performHeavy(store: EventStore, call: HeavyCall): Promise<unknown> {
  switch (call.name) {
    case 'listTexts':
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
