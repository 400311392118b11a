import type { ArticleId, EventId, MentionId } from './ids.ts';

export const AUDIT_ACTIONS = [
  'INGEST',
  'REANCHOR',
  'RETRACT',
  'EDIT',
  'MERGE',
  'SPLIT',
  'HIDE',
  'RESTORE',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an event said before it was changed. The whole of it is its version of that revision. */
export interface EventState {
  readonly id: EventId;
  readonly revision: number;
  readonly title: string;
  readonly type: string;
  /** In EDTF. */
  readonly date: string;
  readonly actors: readonly string[];
  readonly mentions: readonly MentionId[];
}

/** What somebody did, to be kept with the change itself. */
export interface AuditNote {
  readonly action: AuditAction;
  readonly subject: EventId | ArticleId;
  /** The name of a write token, or of whoever ran the command line. */
  readonly by: string;
  /** UTC, ISO 8601: `2021-12-21T09:30:00.000Z`. */
  readonly at: string;
  readonly why: string | null;
  /** The events that it was done to, as they were; empty where it was done to an article. */
  readonly before: readonly EventState[];
}

/** A note as it is read again, with the revision of the change that it tells of. */
export interface AuditEntry extends AuditNote {
  readonly revision: number;
}
