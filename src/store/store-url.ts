import { resolve } from 'node:path';
import { TimelineError } from '../domain/errors.ts';

/** The parts of a URL such as `sqlite:data/dateline.sqlite` or `sqlite:copy.sqlite?mode=ro`. */
export interface StoreLocation {
  /** An absolute path, or `:memory:`. */
  readonly file: string;
  readonly isReadOnly: boolean;
}

export const IN_MEMORY = ':memory:';

const READ_ONLY = '?mode=ro';

/** Throws `BAD_CONFIG` for a URL that names no store. Its message repeats no secret of a URL of another scheme. */
export function parseStoreUrl(url: string): StoreLocation {
  const [, scheme, path] = /^([a-z][a-z0-9+.-]*):(.*)$/s.exec(url) ?? [];
  if (scheme !== 'sqlite' || path === undefined || path.trim() === '')
    throw new TimelineError(
      'BAD_CONFIG',
      `a database is named as sqlite:PATH or sqlite::memory:, not ${scheme === undefined ? `"${url}"` : `by ${scheme}:`}`,
    );
  if (path === IN_MEMORY) return { file: path, isReadOnly: false };
  const isReadOnly = path.endsWith(READ_ONLY);
  return { file: resolve(isReadOnly ? path.slice(0, -READ_ONLY.length) : path), isReadOnly };
}
