import type { PageRequest } from '../../domain/query/timeline-query.ts';
import type { Clause } from './clause.ts';
import { type Ordering, pageStatement } from './keyset.ts';

/** An actor's columns, as `ActorRow`. */
export const SELECT_ACTOR = 'SELECT a.id, a.name, a.aliases, a.event_count FROM actors a';

/** The count is negated so that both columns rise. */
const BY_EVENT_COUNT: Ordering = { columns: ['-a.event_count', 'a.id'], descending: false };

/** Actors by falling number of events; actors of no event are left out. */
export const actorPageStatement = (page: PageRequest): Clause =>
  pageStatement(SELECT_ACTOR, [{ sql: '-a.event_count < 0', values: [] }], BY_EVENT_COUNT, page);

/** Neither superseded nor retracted. */
export const CURRENT_ARTICLE = 'a.superseded_by IS NULL AND a.retracted_at IS NULL';

/** An article's columns but its text, as `ArticleRecordRow`. */
const RECORD_COLUMNS = `
    a.article_key, a.id, a.file, a.title, a.publisher, a.url, a.published_on, a.language, a.based_on,
    a.anchor_date, a.anchor_basis, a.rule_set, a.warnings, ${CURRENT_ARTICLE} AS current,
    a.retracted_at IS NOT NULL AS retracted,
    (SELECT count(DISTINCT m.event_key) FROM mentions m JOIN events e ON e.event_key = m.event_key
      WHERE m.article_key = a.article_key AND e.hidden = 0) AS event_count`;

export const SELECT_ARTICLE_RECORD = `SELECT ${RECORD_COLUMNS} FROM articles a`;

/** An article's columns, as `ArticleRow`. */
export const SELECT_ARTICLE = `SELECT ${RECORD_COLUMNS}, a.text FROM articles a`;

const AS_FIRST_SAVED: Ordering = { columns: ['a.article_key', 'a.id'], descending: false };

export const articlePageStatement = (page: PageRequest): Clause =>
  pageStatement(SELECT_ARTICLE_RECORD, [{ sql: CURRENT_ARTICLE, values: [] }], AS_FIRST_SAVED, page);

const SELECT_CHANGE = `
  SELECT v.revision, v.event_id AS id, v.change, v.into_id FROM event_versions v`;

const BY_REVISION: Ordering = { columns: ['v.revision', 'v.event_id'], descending: false };

/** The versions of events as a log of changes. */
export const changePageStatement = (since: number, page: PageRequest): Clause =>
  pageStatement(SELECT_CHANGE, [{ sql: 'v.revision > ?', values: [since] }], BY_REVISION, page);

const SELECT_AUDIT_ENTRY = `
  SELECT n.entry_key, n.revision, n.noted_at, n.noted_by, n.action, n.subject, n.why, n.before
  FROM audit_entries n`;

const NEWEST_FIRST: Ordering = { columns: ['n.entry_key', 'n.subject'], descending: true };

/** The audit trail, whole or of one event or article. */
export function auditPageStatement(subject: string | null, page: PageRequest): Clause {
  const where = subject === null ? [] : [{ sql: 'n.subject = ?', values: [subject] }];
  return pageStatement(SELECT_AUDIT_ENTRY, where, NEWEST_FIRST, page);
}
