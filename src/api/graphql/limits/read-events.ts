import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import { takeEntries } from './count-entries.ts';

/** So many accounts are read with an event in the time of one entry. */
const ACCOUNTS_AN_ENTRY = 3;

/**
 * Reads events for an answer. Whatever is asked of an event, it is read with all its accounts, and three of them count as an
 * entry. A read starts once the one before it is counted, or waits for a thread or a server.
 */
export const readEvents = <Value>(
  context: GraphqlContext,
  read: () => Promise<Value>,
  eventsIn: (value: Value) => readonly (TimelineEvent | undefined)[],
): Promise<Value> =>
  context.startInTurn(async () => {
    takeEntries(context, 0);
    const value = await read();
    const accounts = eventsIn(value).reduce((sum, event) => sum + (event?.mentions.length ?? 0), 0);
    takeEntries(context, Math.floor(accounts / ACCOUNTS_AN_ENTRY));
    return value;
  });
