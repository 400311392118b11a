import type { Account } from './account.ts';
import type { AccountScore } from './score-accounts.ts';

/** Accounts of one event, the most exact first, and each one's score when it came in; null for the first. */
export interface Cluster {
  readonly accounts: readonly Account[];
  readonly scores: readonly (AccountScore | null)[];
}
