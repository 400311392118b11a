import type { ArticleOrigin, ArticleWarning } from '../../domain/event/article.ts';
import type { AuditAction, AuditEntry, EventState } from '../../domain/event/audit.ts';
import type { ChangeKind, EventChange } from '../../domain/event/change.ts';
import type { Decision, StandingDecision } from '../../domain/event/decision.ts';
import type { DerivedEvent, TimelineEvent } from '../../domain/event/event.ts';
import type { AbsorbedId, ActorId, ArticleId, EventId } from '../../domain/event/ids.ts';
import { knownOn, type Mention } from '../../domain/event/mention.ts';
import type { AnchorBasis } from '../../domain/time/anchor.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { ActorRecord, ArticleRecord, StoredArticle } from '../port/event-store.ts';
import type { PostRecord, PostState } from '../port/post-ledger.ts';

/*
 * Rows as a database gives them, and the domain objects made of them. Rows are not validated on every read: only the
 * writer fills the tables, whose columns have strict types, and `verify` checks them.
 */

export interface DocumentRow {
  readonly document: string;
}

export const toEvent = ({ document }: DocumentRow): TimelineEvent => JSON.parse(document);

export const toMention = ({ document }: DocumentRow): Mention => JSON.parse(document);

/** The last version of an event: its own fields and the keys of its mentions. A hidden event has its whole document alone. */
export interface VersionRow extends DocumentRow {
  readonly mentions: string | null;
}

/** The event of a version, with the mentions that its keys lead to. */
export function toEventOfVersion(
  row: VersionRow,
  mentionsOf: (keys: readonly number[]) => readonly Mention[],
): TimelineEvent {
  if (row.mentions === null) return toEvent(row);
  const own: Omit<TimelineEvent, 'mentions'> = JSON.parse(row.document);
  return { ...own, mentions: mentionsOf(JSON.parse(row.mentions)) };
}

/** A document with that of the snapshot of a day, which has no mentions. Null for an event that was complete by the day. */
export interface SnapshotRow extends DocumentRow {
  readonly snapshot: string | null;
}

/** The event as it was known on a day; without `asOf`, as it is known now. */
export function toEventAsOf(row: SnapshotRow, asOf: CalendarDate | undefined): TimelineEvent {
  const event = toEvent(row);
  if (row.snapshot === null || asOf === undefined) return event;
  const known: Omit<DerivedEvent, 'mentions'> = JSON.parse(row.snapshot);
  return { ...event, ...known, mentions: event.mentions.filter((mention) => knownOn(mention) <= asOf) };
}

export interface EventPageRow extends SnapshotRow {
  readonly key_1: number;
  readonly key_2: number;
  readonly id: string;
}

export const toEventId = (id: string): EventId => id as EventId;

/** An alias, with the first revision of the event that it was the id of. */
export interface AbsorbedRow {
  readonly id: string;
  readonly into_id: string;
  readonly recorded_at: number;
}

export const toAbsorbedId = (row: AbsorbedRow): AbsorbedId => ({
  id: toEventId(row.id),
  into: toEventId(row.into_id),
  recordedAt: row.recorded_at,
});

export interface PostRow {
  readonly account: string;
  readonly post_id: string;
  readonly state: PostState;
  readonly day: string;
  readonly link: string;
  readonly tried_at: string;
  readonly address: string | null;
}

export const toPostRecord = (row: PostRow): PostRecord => ({
  account: row.account,
  postId: row.post_id,
  state: row.state,
  day: row.day as CalendarDate,
  link: row.link,
  triedAt: row.tried_at,
  address: row.address,
});

export interface ArticleRecordRow {
  readonly article_key: number;
  readonly id: string;
  readonly file: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published_on: string | null;
  readonly language: string;
  readonly based_on: string | null;
  readonly anchor_date: string;
  readonly anchor_basis: string;
  readonly rule_set: string;
  readonly warnings: string;
  /** 1 or 0 */
  readonly current: number;
  /** 1 or 0 */
  readonly retracted: number;
  readonly event_count: number;
}

export interface ArticleRow extends ArticleRecordRow {
  readonly text: string | null;
}

/** A superseded or retracted article has lost its text: it is the empty string. */
export const toArticle = (row: ArticleRow): StoredArticle => ({
  ...toArticleRecord(row),
  text: row.text ?? '',
});

export function toArticleRecord(row: ArticleRecordRow): ArticleRecord {
  const basedOn: ArticleOrigin | null = row.based_on === null ? null : JSON.parse(row.based_on);
  const warnings: readonly ArticleWarning[] = JSON.parse(row.warnings);
  return {
    id: row.id as ArticleId,
    file: row.file,
    title: row.title,
    publisher: row.publisher,
    url: row.url,
    publishedOn: row.published_on as CalendarDate | null,
    language: row.language,
    basedOn,
    anchor: { date: row.anchor_date as CalendarDate, basis: row.anchor_basis as AnchorBasis },
    ruleSet: row.rule_set,
    warnings,
    current: row.current === 1,
    retracted: row.retracted === 1,
    eventCount: row.event_count,
  };
}

export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly aliases: string;
  readonly event_count: number;
}

export function toActor(row: ActorRow): ActorRecord {
  const aliases: readonly string[] = JSON.parse(row.aliases);
  return { id: row.id as ActorId, name: row.name, aliases, eventCount: row.event_count };
}

export interface DecisionRow {
  readonly key: number;
  readonly kind: string;
  readonly target: string | null;
  readonly document: string;
}

/** The target is the event that the id in the decision leads to now. */
export function toStandingDecision({ key, kind, target, document }: DecisionRow): StandingDecision {
  const decision: Decision = JSON.parse(document);
  return decision.kind === 'OVERRIDE' && kind === 'OVERRIDE'
    ? { ...decision, key, event: target as EventId }
    : { ...decision, key };
}

export interface ChangeRow {
  readonly revision: number;
  readonly id: string;
  readonly change: string;
  readonly into_id: string | null;
}

export function toEventChange({ revision, id, change, into_id }: ChangeRow): EventChange {
  const isEnd = change === 'WITHDRAWN' || change === 'HIDDEN';
  return {
    revision,
    change: isEnd ? 'REMOVED' : (change as ChangeKind),
    event: id as EventId,
    into: into_id as EventId | null,
  };
}

export interface AuditRow {
  readonly entry_key: number;
  readonly revision: number;
  readonly noted_at: string;
  readonly noted_by: string;
  readonly action: string;
  readonly subject: string;
  readonly why: string | null;
  readonly before: string;
}

export function toAuditEntry(row: AuditRow): AuditEntry {
  const before: readonly EventState[] = JSON.parse(row.before);
  return {
    revision: row.revision,
    action: row.action as AuditAction,
    subject: row.subject as EventId | ArticleId,
    by: row.noted_by,
    at: row.noted_at,
    why: row.why,
    before,
  };
}
