import { resolve } from 'node:path';
import { TimelineError } from '../domain/errors.ts';

/** The parts of a URL such as `sqlite:data/dateline.sqlite`, `sqlite:copy.sqlite?mode=ro` or `postgres://user@host/database`. */
export type StoreLocation =
  | {
      readonly kind: 'sqlite';
      /** An absolute path, or `:memory:`. */
      readonly file: string;
      readonly isReadOnly: boolean;
    }
  | { readonly kind: 'postgres'; readonly url: string };

export const IN_MEMORY = ':memory:';

const READ_ONLY = '?mode=ro';

/** Throws `BAD_CONFIG` for a URL that names no store. Its message repeats no secret of a URL of another scheme. */
export function parseStoreUrl(url: string): StoreLocation {
  const [, scheme, path] = /^([a-z][a-z0-9+.-]*):(.*)$/s.exec(url) ?? [];
  if (isPostgresUrl(url)) return { kind: 'postgres', url };
  if (scheme !== 'sqlite' || path === undefined || path.trim() === '')
    throw new TimelineError(
      'BAD_CONFIG',
      'a database is named as sqlite:PATH, sqlite::memory: or postgres://USER@HOST/DATABASE, not ' +
        (scheme === undefined ? `"${url}"` : `by ${scheme}:`),
    );
  if (path === IN_MEMORY) return { kind: 'sqlite', file: path, isReadOnly: false };
  const isReadOnly = path.endsWith(READ_ONLY);
  return {
    kind: 'sqlite',
    file: resolve(isReadOnly ? path.slice(0, -READ_ONLY.length) : path),
    isReadOnly,
  };
}

export const isPostgresUrl = (url: string): boolean => /^postgres(?:ql)?:\/\/./.test(url);

/** The file of a store; null for a store in memory or on a server. */
export function storeFile(url: string): string | null {
  const location = parseStoreUrl(url);
  return location.kind === 'sqlite' && location.file !== IN_MEMORY ? location.file : null;
}

/** Whether a URL asks for a store that can only be read. */
export function isReadOnlyUrl(url: string): boolean {
  const location = parseStoreUrl(url);
  return location.kind === 'sqlite' && location.isReadOnly;
}
