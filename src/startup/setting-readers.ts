import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type CalendarDate, parseCalendarDate } from '../domain/time/calendar-date.ts';
import { isSlug } from '../domain/timeline-record.ts';
import { isPrefix } from '../formats/event/addresses.ts';
import { packagePath } from '../package-files.ts';
import { isPostgresUrl, serverUrls } from '../store/store-url.ts';

/** The variables that the program was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting's value, or the rule that its text breaks. The rule follows the text in a message: `"abc" must be …`. */
export type Reading<T> =
  | { readonly kind: 'accepted'; readonly value: T }
  | { readonly kind: 'refused'; readonly rule: string };

/** Reads the text of a setting. The environment says from which folder a relative path counts. */
export type Reader<T> = (text: string, environment: Environment) => Reading<T>;

const accepted = <T>(value: T): Reading<T> => ({ kind: 'accepted', value });
const refused = (rule: string): Reading<never> => ({ kind: 'refused', rule });

/** `3000`; decimal digits only, so that `3e3`, `0x10` and ` 7` are refused. */
export const wholeNumber =
  (from: number, to: number): Reader<number> =>
  (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return number >= from && number <= to
      ? accepted(number)
      : refused(`must be a whole number from ${from} to ${to}`);
  };

export const oneOf =
  <const T extends string>(choices: readonly T[]): Reader<T> =>
  (text) => {
    const choice = choices.find((each) => each === text);
    return choice === undefined ? refused(`must be one of ${choices.join(', ')}`) : accepted(choice);
  };

/** A name or an address to listen on. */
export const host: Reader<string> = (text) =>
  /^[\w.:-]+$/.test(text) ? accepted(text) : refused('must be a host name or an IP address');

/** `127.0.0.1:9464`, `[::1]:9464`; an empty text stands for no address. */
export const optionalListener: Reader<{ readonly host: string; readonly port: number } | null> = (text) => {
  if (text === '') return accepted(null);
  const [, name, port] = /^(\[[\da-fA-F:.]+\]|[\w.-]+):(\d{1,5})$/.exec(text) ?? [];
  return name === undefined || Number(port) > 65_535
    ? refused('must be HOST:PORT, such as 127.0.0.1:9464')
    : accepted({ host: name.replace(/^\[|\]$/g, ''), port: Number(port) });
};

/** `2021-12-21`. */
export const day: Reader<CalendarDate> = (text) => {
  const date = parseCalendarDate(text);
  return date === undefined ? refused('must be a day written as YYYY-MM-DD') : accepted(date);
};

/** Comma-separated; an empty text is an empty list. */
const listOf =
  (accepts: (item: string) => boolean, rule: string): Reader<readonly string[]> =>
  (text) => {
    const items = itemsOf(text);
    return items.every(accepts) ? accepted(items) : refused(rule);
  };

const itemsOf = (text: string): readonly string[] =>
  text.trim() === '' ? [] : text.split(',').map((item) => item.trim());

const isOrigin = (item: string): boolean => URL.canParse(item) && new URL(item).origin === item;

const everyOrigin = listOf(
  isOrigin,
  'must be * or a comma-separated list of origins such as https://example.org',
);

/** `https://example.org, http://localhost:5173`, or `*` alone. An origin has no path, no slash at its end. */
export const origins: Reader<readonly string[]> = (text, environment) =>
  text.trim() === '*' ? accepted(['*']) : everyOrigin(text, environment);

/** `https://timeline.example`, `https://site.example/timeline`; an empty text stands for no origin. */
export const optionalPublicOrigin: Reader<string | null> = (text) => {
  if (text === '') return accepted(null);
  const origin = URL.canParse(text) ? new URL(text).origin : '';
  const path = text.slice(origin.length);
  return /^https?:/.test(origin) && text.startsWith(origin) && (path === '' || isPrefix(path))
    ? accepted(text)
    : refused('must be an origin such as https://timeline.example, with a path of plain segments at most');
};

/** An address that begins with `https://` or `http://`; an empty text stands for no address. */
export const optionalUrl: Reader<string | null> = (text) => {
  if (text === '') return accepted(null);
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? accepted(text)
    : refused('must be an address that begins with https:// or http://');
};

/** Any text; an empty one is null. */
export const optionalText: Reader<string | null> = (text) => accepted(text === '' ? null : text);

export const requiredText: Reader<string> = (text) =>
  text.trim() === '' ? refused('must not be empty') : accepted(text.trim());

/** `en`, `en-GB`. */
export const languageTag: Reader<string> = (text) => {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    return tag === undefined ? refused(LANGUAGE_RULE) : accepted(tag);
  } catch {
    return refused(LANGUAGE_RULE);
  }
};

const LANGUAGE_RULE = 'must be a language tag such as en or en-GB';

function isAddressOrSubnet(item: string): boolean {
  const [address = '', prefix, ...rest] = item.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** `127.0.0.1, 10.0.0.0/8`. A number of hops is not accepted: it lets a client forge its address. */
export const proxyAddresses = listOf(
  isAddressOrSubnet,
  'must be a comma-separated list of IP addresses and subnets such as 10.0.0.0/8',
);

/**
 * The name of a token's holder, the SHA-256 of the token in hex, whether the holder may purge articles, and the slug of the
 * only timeline that the token is good for; null for all.
 */
interface NamedHash {
  readonly name: string;
  readonly sha256: string;
  readonly mayPurge: boolean;
  readonly timeline: string | null;
}

/** `ada:5e88…, ben:2bb8…:purge, eva:9f86…:timeline=strike`: each name once, each hash 64 hex digits. */
export const namedHashes: Reader<readonly NamedHash[]> = (text) => {
  const items = itemsOf(text);
  const pairs = items.flatMap((item) => {
    const [, name, sha256, right, timeline = null] =
      /^([\w.@-]{1,60}):([0-9a-f]{64})(:purge)?(?::timeline=([\w-]+))?$/i.exec(item) ?? [];
    if (name === undefined || sha256 === undefined || !(timeline === null || isSlug(timeline))) return [];
    return [{ name, sha256: sha256.toLowerCase(), mayPurge: right !== undefined, timeline }];
  });
  const isSound =
    pairs.length === items.length && new Set(pairs.map(({ name }) => name)).size === items.length;
  return isSound
    ? accepted(pairs)
    : refused(
        'must be NAME:SHA256, NAME:SHA256:purge or NAME:SHA256:timeline=SLUG, separated by commas, each name once',
      );
};

/** A path as its user means it: npm starts scripts in the package's folder and keeps the user's own in `INIT_CWD`. */
export const pathFrom = (path: string, environment: Environment): string =>
  resolve(environment['INIT_CWD'] ?? process.cwd(), path);

export const requiredPath: Reader<string> = (text, environment) =>
  text.trim() === '' ? refused('must be a path') : accepted(pathFrom(text, environment));

export const optionalPath: Reader<string | null> = (text, environment) =>
  accepted(text === '' ? null : pathFrom(text, environment));

/** `bundled` stands for the articles that come with the package. */
export const seedsFolder: Reader<string | null> = (text, environment) =>
  text === 'bundled' ? accepted(packagePath('seeds', 'late-2021')) : optionalPath(text, environment);

const isDatabaseServer = (text: string): boolean =>
  isPostgresUrl(text) && serverUrls(text).every((url) => URL.canParse(url));

const POSTGRES_RULE = 'must be postgres://USER:PASSWORD@HOST:PORT/DATABASE';

/** `postgres://user@replica1/database, postgres://user@replica2/database`, each of one server; an empty text is an empty list. */
export const databaseUrls = listOf(
  (text) => isPostgresUrl(text) && URL.canParse(text),
  `${POSTGRES_RULE}, or several with commas between them`,
);

/** `postgres://user@host/database`; an empty text stands for no address. */
export const optionalDatabaseUrl: Reader<string | null> = (text) => {
  if (text === '') return accepted(null);
  return isDatabaseServer(text) ? accepted(text) : refused(POSTGRES_RULE);
};

/**
 * `sqlite:data/dateline.sqlite`, `sqlite:data/`, `sqlite:copy.sqlite?mode=ro`, `sqlite::memory:` or
 * `postgres://user@host/database`. A value has an absolute path.
 */
export const databaseUrl: Reader<string> = (text, environment) => {
  if (isDatabaseServer(text)) return accepted(text);
  const path = /^sqlite:(?!\/\/)(.+)$/.exec(text)?.[1];
  if (path === undefined || /\?mode=(?!ro$)/.test(path))
    return refused(
      'must be sqlite:PATH, sqlite:PATH?mode=ro, sqlite::memory: or postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    );
  if (path === ':memory:') return accepted(text);
  const folder = /\/(?=(?:\?mode=ro)?$)/.test(path);
  const [, place = path, mode = ''] = /^(.*?)(\?mode=ro)?$/s.exec(path) ?? [];
  return accepted(`sqlite:${pathFrom(place, environment)}${folder ? '/' : ''}${mode}`);
};
