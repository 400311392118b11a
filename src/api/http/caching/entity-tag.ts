import { hash } from 'node:crypto';

/** The strong entity tag of what is a function of the data set's revision and of these values: `"12-…"` (RFC 9110, section 8.8.3). */
export const entityTagOf = (revision: number, values: readonly unknown[]): string =>
  `"${revision}-${hash('sha256', JSON.stringify(values), 'base64url').slice(0, 27)}"`;

/** How long a copy may be used without asking, and while asking; after that, asking costs one row of the database. */
export const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=300';
