import type { CalendarDate } from '../../domain/time/calendar-date.ts';

/** TRYING: it was about to be sent, and may have arrived. POSTED: it did. */
export type PostState = 'TRYING' | 'POSTED';

/** The record of one post on one account. */
export interface PostRecord {
  /** Network and account, such as `bluesky:did:plc:…`. */
  readonly account: string;
  readonly postId: string;
  readonly state: PostState;
  /** The day that the post is about. */
  readonly day: CalendarDate;
  /** The URL that the post links to. */
  readonly link: string;
  /** When it was first tried: UTC, ISO 8601. */
  readonly triedAt: string;
  /** The URL of the post itself; null while it is not known. */
  readonly address: string | null;
}

/**
 * The ledger of posts, written before and after each post. It has a file of its own, which outlives a timeline that is
 * built again. One process at a time has it open, until it closes the ledger or ends.
 */
export interface PostLedger {
  /** The records of an account for a day, in the order in which they were first tried. */
  list(account: string, day: CalendarDate): Promise<readonly PostRecord[]>;
  /** The ids among these that the account has a record of, in any state. */
  known(account: string, postIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Notes that it is about to be sent. A second try keeps the time of the first. */
  begin(record: Omit<PostRecord, 'state' | 'address'>): Promise<void>;
  finish(account: string, postId: string, address: string | null): Promise<void>;
  /** Removes the record of a post that surely did not arrive. */
  forget(account: string, postId: string): Promise<void>;
  close(): Promise<void>;
}
