import type { PostEntry } from '../formats/posts/post-entry.ts';
import type { PostRecord } from '../store/port/post-ledger.ts';

/** A post that may have arrived since it was first tried. It is looked for by its links. */
export interface TriedPost extends Pick<PostRecord, 'postId' | 'triedAt'> {
  readonly links: readonly string[];
}

/** Whether a post is on the account; UNKNOWN for a network that cannot be asked. */
export type Lookup =
  | { readonly kind: 'FOUND'; readonly address: string | null }
  | { readonly kind: 'ABSENT' }
  | { readonly kind: 'UNKNOWN' };

/** An account on a network, after signing in. */
export interface Account {
  /** `bluesky:did:plc:…`: the same for every way of signing in, and without a secret. */
  readonly name: string;
  /**
   * Sends an entry and answers with its address. The id lets the network recognize a second try. Throws `NotPosted` where
   * the post surely did not arrive; after any other error it may have arrived.
   */
  send(entry: PostEntry, postId: string, now: string): Promise<string | null>;
  find(tried: TriedPost): Promise<Lookup>;
}

/** The error of a post that surely did not arrive. It may be sent again. */
export class NotPosted extends Error {
  override readonly name = 'NotPosted';
}

/** The codes of failures before the first byte was sent. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a request failed before it reached a server. Clients wrap the errors of `fetch`, so causes are searched too. */
export function isUnreached(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && UNREACHED.has(error.code)) return true;
  return isUnreached(error.cause);
}

/** Whether a status says that the request was not carried out. A time-out (408) leaves that open. */
export const isRefusal = (status: number): boolean => status >= 300 && status < 500 && status !== 408;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
