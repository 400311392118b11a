import type { ArticleId, EventId, MentionId } from './ids.ts';

/** The changes that the audit trail records: `EDIT`, `MERGE`, … */
export const AUDIT_ACTIONS = [
  'INGEST',
  'REANCHOR',
  'RETRACT',
  'PURGE',
  'EDIT',
  'MERGE',
  'SPLIT',
  'HIDE',
  'RESTORE',
] as const;

/** Why an article's text had to be removed for good. */
export const PURGE_REASONS = ['COURT_ORDER', 'PRIVACY', 'COPYRIGHT', 'ERROR', 'OTHER'] as const;

export type PurgeReason = (typeof PURGE_REASONS)[number];

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The main fields of an event before a change. The whole event is its version of that revision. */
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

/** A note on a change, saved together with the change: "ada hid evt_… because it is a test". */
export interface AuditNote {
  readonly action: AuditAction;
  readonly subject: EventId | ArticleId;
  /** The name of a write token, or of the person at the command line. */
  readonly by: string;
  /** UTC, ISO 8601: `2021-12-21T09:30:00.000Z`. */
  readonly at: string;
  readonly why: string | null;
  /** The changed events, as they were before; empty where an article was changed. */
  readonly before: readonly EventState[];
}

/** A note of the audit trail, with the revision of its change. */
export interface AuditEntry extends AuditNote {
  readonly revision: number;
}
