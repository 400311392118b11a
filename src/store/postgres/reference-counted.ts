/** Connections of a thread that are opened once for a key, for all who use them. Each user releases them once. */
export class ReferenceCounted<T> {
  readonly #entries = new Map<string, { readonly opened: T; users: number }>();

  acquire(key: string, open: () => T): T {
    const entry = this.#entries.get(key) ?? { opened: open(), users: 0 };
    entry.users += 1;
    this.#entries.set(key, entry);
    return entry.opened;
  }

  /** Says whether the user was the last, who has to close them. */
  release(key: string): boolean {
    const entry = this.#entries.get(key);
    if (entry === undefined) return false;
    entry.users -= 1;
    if (entry.users > 0) return false;
    this.#entries.delete(key);
    return true;
  }
}
