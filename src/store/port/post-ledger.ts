import type { CalendarDate } from '../../domain/time/calendar-date.ts';

/** TRYING: it was about to be sent, and may have arrived. POSTED: it did. */
export type PostState = 'TRYING' | 'POSTED';

/** What is known of one post on one account. */
export interface PostRecord {
  /** Network and account, such as `bluesky:did:plc:…`. */
  readonly account: string;
  readonly postId: string;
  readonly state: PostState;
  /** On whose behalf it was posted. */
  readonly day: CalendarDate;
  /** What the post links to. */
  readonly link: string;
  /** When it was first tried: UTC, ISO 8601. */
  readonly triedAt: string;
  /** Where it is found; null while that is not known. */
  readonly address: string | null;
}

/**
 * What was posted where, written before and after each post. It is a file of its own: it outlives a timeline that is built
 * anew. Whoever has it open has it alone, until it is closed or the process ends in whatever way.
 */
export interface PostLedger {
  /** The records of an account for a day, in the order in which they were first tried. */
  list(account: string, day: CalendarDate): Promise<readonly PostRecord[]>;
  /** Those of these ids that the account has a record of, in whatever state. */
  known(account: string, postIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Notes that it is about to be sent. A second try keeps the time of the first. */
  begin(record: Omit<PostRecord, 'state' | 'address'>): Promise<void>;
  finish(account: string, postId: string, address: string | null): Promise<void>;
  /** For one that surely did not arrive. */
  forget(account: string, postId: string): Promise<void>;
  close(): Promise<void>;
}
