import { isIP } from 'node:net';
import { type CalendarDate, parseCalendarDate } from '../domain/time/calendar-date.ts';

/** A setting's value, or the rule that its text breaks, worded to follow the text: `"abc" must be …`. */
export type Reading<T> =
  | { readonly kind: 'accepted'; readonly value: T }
  | { readonly kind: 'refused'; readonly rule: string };

/** Reads the text of a setting. */
export type Reader<T> = (text: string) => Reading<T>;

export const accepted = <T>(value: T): Reading<T> => ({ kind: 'accepted', value });
export const refused = (rule: string): Reading<never> => ({ kind: 'refused', rule });

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
  <T extends string>(choices: readonly T[]): Reader<T> =>
  (text) => {
    const choice = choices.find((each) => each === text);
    return choice === undefined ? refused(`must be one of ${choices.join(', ')}`) : accepted(choice);
  };

/** A name or an address to listen on. */
export const host: Reader<string> = (text) =>
  /^[\w.:-]+$/.test(text) ? accepted(text) : refused('must be a host name or an IP address');

/** `2021-12-21`. */
export const day: Reader<CalendarDate> = (text) => {
  const date = parseCalendarDate(text);
  return date === undefined ? refused('must be a day written as YYYY-MM-DD') : accepted(date);
};

/** Comma-separated; an empty text is an empty list. */
const listOf =
  (accepts: (item: string) => boolean, rule: string): Reader<readonly string[]> =>
  (text) => {
    const items = text.trim() === '' ? [] : text.split(',').map((item) => item.trim());
    return items.every(accepts) ? accepted(items) : refused(rule);
  };

const isOrigin = (item: string): boolean => URL.canParse(item) && new URL(item).origin === item;

const everyOrigin = listOf(
  isOrigin,
  'must be * or a comma-separated list of origins such as https://example.org',
);

/** `https://example.org, http://localhost:5173`, or `*` alone. An origin has no path, no slash at its end. */
export const origins: Reader<readonly string[]> = (text) =>
  text.trim() === '*' ? accepted(['*']) : everyOrigin(text);

/** `https://timeline.example`; an empty text is none. */
export const optionalOrigin: Reader<string | null> = (text) => {
  if (text === '') return accepted(null);
  return isOrigin(text) ? accepted(text) : refused('must be an origin such as https://timeline.example');
};

/** An address of the web; an empty text is none. */
export const optionalUrl: Reader<string | null> = (text) => {
  if (text === '') return accepted(null);
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? accepted(text)
    : refused('must be an address that begins with https:// or http://');
};

/** Any text; an empty one is none. */
export const optionalText: Reader<string | null> = (text) => accepted(text === '' ? null : text);

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

export interface NamedHash {
  readonly name: string;
  readonly sha256: string;
}

/** `ada:5e88…, ben:2bb8…`: each name once, each hash 64 hex digits. */
export const namedHashes: Reader<readonly NamedHash[]> = (text) => {
  const items = text.trim() === '' ? [] : text.split(',').map((item) => item.trim());
  const pairs = items.flatMap((item) => {
    const [, name, sha256] = /^([\w.@-]{1,60}):([0-9a-f]{64})$/i.exec(item) ?? [];
    return name === undefined || sha256 === undefined ? [] : [{ name, sha256: sha256.toLowerCase() }];
  });
  const isSound =
    pairs.length === items.length && new Set(pairs.map(({ name }) => name)).size === items.length;
  return isSound ? accepted(pairs) : refused('must be NAME:SHA256 pairs separated by commas, each name once');
};
