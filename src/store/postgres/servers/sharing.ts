/** Something open that is used together with others of this thread. */
export interface Shared<T> {
  readonly opened: T;
  /** The last user's release closes it. */
  release(): Promise<void>;
}

/**
 * Shares what all timelines of a database need once, such as its connections. The key says of which database, and how it was
 * opened.
 */
export function sharing<T>(close: (opened: T) => Promise<void>): (key: string, open: () => T) => Shared<T> {
  const all = new Map<string, { readonly opened: T; users: number }>();
  return (key, open) => {
    const entry = all.get(key) ?? { opened: open(), users: 0 };
    all.set(key, entry);
    entry.users += 1;
    let isReleased = false;
    return {
      opened: entry.opened,
      release: async () => {
        if (isReleased) return;
        isReleased = true;
        entry.users -= 1;
        if (entry.users > 0) return;
        all.delete(key);
        await close(entry.opened);
      },
    };
  };
}
