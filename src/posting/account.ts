import type { PostEntry } from '../formats/posts/post-entry.ts';
import type { PostRecord } from '../store/port/post-ledger.ts';

/** What is looked for: a post that may have arrived since it was first tried, by one of its links. */
export interface TriedPost extends Pick<PostRecord, 'postId' | 'triedAt'> {
  readonly links: readonly string[];
}

/** Whether a post is on the account; UNKNOWN where the network has no way to ask. */
export type Lookup =
  | { readonly kind: 'FOUND'; readonly address: string | null }
  | { readonly kind: 'ABSENT' }
  | { readonly kind: 'UNKNOWN' };

/** An account of some network, signed in to. */
export interface Account {
  /** The same however it is signed in to, such as `bluesky:did:plc:…`; without any secret. */
  readonly name: string;
  /**
   * Sends an entry under an id that lets the network know a second try, and answers with its address. Throws `NotPosted`
   * where it surely did not arrive; after any other error it may have.
   */
  send(entry: PostEntry, postId: string, now: string): Promise<string | null>;
  find(tried: TriedPost): Promise<Lookup>;
}

/** A post that surely did not arrive, and may be tried again as if for the first time. */
export class NotPosted extends Error {
  override readonly name = 'NotPosted';
}

/** Failures before the first byte was sent. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a request failed because there was nobody to send it to. Clients wrap what `fetch` throws. */
export function isUnreached(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && UNREACHED.has(error.code)) return true;
  return isUnreached(error.cause);
}

/** Whether a status says that the request was not carried out: the client's mistakes, but not a time-out (408). */
export const isRefusal = (status: number): boolean => status >= 300 && status < 500 && status !== 408;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
