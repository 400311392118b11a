import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { clientFor, connectionTo } from '../open-pool.ts';
import { ReferenceCounted } from '../reference-counted.ts';

/** The channel of PostgreSQL on which each saved change is announced, as `timeline:revision`. */
export const CHANGES_CHANNEL = 'dateline_changes';

/** Called with a new revision, or without one where changes may have been missed. */
export type ChangeListener = (revision?: number) => void;

/** Announcements of the changes of a database, by whatever program. */
export interface ChangeNews {
  /** Returns a function that ends it. The first listener opens the connection. */
  onChange(timeline: number, listener: ChangeListener): () => void;
  close(): void;
}

const LONGEST_PAUSE_MS = 2000;

const shared = new ReferenceCounted<ChangeNews>();

/** The timelines of a database hear of their changes by one connection. The last of them closes it. */
export const changeNewsOf = (url: string): ChangeNews =>
  shared.acquire(url, () => {
    const news = openChangeNews(url);
    const close = (): void => {
      if (shared.release(url)) news.close();
    };
    return { ...news, close };
  });

/**
 * Listens on a connection of its own to the primary, for a replica announces nothing. A connection that is lost is opened
 * again. Through a pooler nothing would arrive.
 */
function openChangeNews(url: string): ChangeNews {
  const all = new Set<{ readonly timeline: number; readonly listener: ChangeListener }>();
  const closing = new AbortController();
  const { signal } = closing;
  let isOpen = false;

  const announce = (payload: string): void => {
    const [of, revision] = payload.split(':').map(Number);
    for (const { timeline, listener } of [...all]) if (timeline === of) listener(revision);
  };

  const listen = async (): Promise<void> => {
    const client = new (clientFor(url))(connectionTo(url));
    const end = (): void => void client.end().catch(() => {});
    client.on('error', () => {});
    client.on('notification', ({ payload = '' }) => announce(payload));
    signal.addEventListener('abort', end);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGES_CHANNEL}`);
      for (const { listener } of [...all]) listener();
      await once(client, 'end', { signal });
    } finally {
      signal.removeEventListener('abort', end);
      end();
    }
  };

  const keepListening = async (): Promise<void> => {
    while (!signal.aborted) {
      await listen().catch(() => {});
      await setTimeout(Math.random() * LONGEST_PAUSE_MS, undefined, { signal, ref: false }).catch(() => {});
    }
  };

  return {
    onChange: (timeline, listener) => {
      const entry = { timeline, listener };
      all.add(entry);
      if (!isOpen) void keepListening();
      isOpen = true;
      return () => void all.delete(entry);
    },
    close: () => closing.abort(),
  };
}
