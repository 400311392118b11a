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
  | ServerLocation;

export interface ServerLocation {
  readonly kind: 'postgres';
  /** As the server takes it. */
  readonly url: string;
  /** The number of the timeline. */
  readonly timeline: number;
}

export const IN_MEMORY = ':memory:';

const READ_ONLY = '?mode=ro';

/** Throws `BAD_CONFIG` for a URL that names no store. Its message repeats no secret of a URL of another scheme. */
export function parseStoreUrl(url: string): StoreLocation {
  const [, scheme, path] = /^([a-z][a-z0-9+.-]*):(.*)$/s.exec(url) ?? [];
  if (isPostgresUrl(url)) return parsePostgresUrl(url);
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

const DEFAULT_TIMELINE = 1;

const TIMELINE = /([?&])timeline=([^&]*)(&|$)/;

/** A further timeline is named by its number, which stays when its slug changes: `postgres://host/news?timeline=2`. */
export function parsePostgresUrl(url: string): ServerLocation {
  const number = TIMELINE.exec(url)?.[2] ?? String(DEFAULT_TIMELINE);
  if (!/^[1-9]\d{0,8}$/.test(number))
    throw new TimelineError('BAD_CONFIG', `timeline=${number} does not name a timeline by its number`);
  return {
    kind: 'postgres',
    url: url.replace(TIMELINE, (_, mark: string, __, end: string) => (end === '' ? '' : mark)),
    timeline: Number(number),
  };
}

/** The URL of the store of a further timeline. */
export const timelineUrl = (url: string, timeline: number): string =>
  `${url}${url.includes('?') ? '&' : '?'}timeline=${timeline}`;

/** Whether a URL names a database on a server with all its timelines. */
export const isServerOfMany = (url: string): boolean => isPostgresUrl(url) && !TIMELINE.test(url);

export const isPostgresUrl = (url: string): boolean => /^postgres(?:ql)?:\/\/./.test(url);

/** `postgres://ada@db1:5433,db2/news` → the address of each of its servers. */
export function serverUrls(url: string): readonly string[] {
  const [, start = '', hosts = '', rest = ''] = /^([^:]+:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/s.exec(url) ?? [];
  return hosts.split(',').map((host) => `${start}${host.trim()}${rest}`);
}

/** Whether a pooler such as PgBouncer gives each transaction another connection to the server (`?pgbouncer=true`). */
export const isBehindPooler = (url: string): boolean => /[?&]pgbouncer=true(?:&|$)/.test(url);

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
