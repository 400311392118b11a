import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { JoinCandidates, JoinSubject } from '../../port/event-store.ts';
import { accountsSharingEnough, type FoundKey, KEY_SPAN_BITS, searchOf } from '../../sql/join-keys.ts';
import { toEventOfVersion, type VersionRow } from '../../sql/rows.ts';
import type { MentionKeys } from '../mention-keys.ts';
import type { Session } from '../session.ts';
import { standingDecisions } from './read-decisions.ts';
import { readRevision } from './read-state.ts';

/*
 * Each LATERAL with LIMIT ALL is looked up for one row at a time by the key that it names. The planner would otherwise scan all
 * rows of a timeline where its statistics are older than the growth of the tables, as they are in a bulk ingest.
 */

/** Each key is searched for once in each length of span, instead of reading all earlier accounts. */
const KEYS = `
  SELECT b.search - 1 AS search, k.account_key, k.enough, k.acts::float8 AS acts
  FROM unnest($2::bigint[], $3::integer[], $4::integer[]) WITH ORDINALITY b(key, earliest_day, latest_day, search)
  CROSS JOIN (SELECT s.span_bits, s.days FROM event_spans s WHERE s.span_bits IN (${KEY_SPAN_BITS.join(', ')})) s
  CROSS JOIN LATERAL (
    SELECT k.account_key, k.enough, k.acts FROM join_keys k
    WHERE k.key = b.key AND k.span_bits = s.span_bits
      AND k.earliest_day > b.earliest_day - s.days AND k.earliest_day <= b.latest_day
      AND k.latest_day >= b.earliest_day
    LIMIT ALL) k`;

const mentionOf = (id: string): string =>
  `CROSS JOIN LATERAL (SELECT m.event_key FROM mentions m WHERE m.id = ${id} LIMIT ALL) m`;

/** A hidden event has its whole document alone. */
const EVENTS_OF_FOUND = `
  SELECT coalesce(v.document, (SELECT d.document FROM event_documents d WHERE d.event_key = f.event_key)) AS document,
    array_to_json(v.mentions)::text AS mentions
  FROM found f
  CROSS JOIN LATERAL (SELECT e.version_key FROM events e WHERE e.event_key = f.event_key LIMIT ALL) e
  CROSS JOIN LATERAL (
    SELECT v.document, v.mentions FROM event_versions v WHERE v.version_key = e.version_key LIMIT ALL) v
  ORDER BY f.event_key`;

const CANDIDATES = `
  WITH found AS MATERIALIZED (
    SELECT m.event_key FROM join_accounts a ${mentionOf('a.mention_id')} WHERE a.account_key = ANY($2::integer[])
    UNION
    SELECT m.event_key FROM articles a
    CROSS JOIN LATERAL (SELECT m.event_key FROM mentions m WHERE m.article_key = a.article_key LIMIT ALL) m
    WHERE a.id = ANY($3)
    UNION
    SELECT m.event_key FROM decision_mentions d
    JOIN decisions c ON c.decision_key = d.decision_key AND c.kind = 'TOGETHER' AND c.lifted_at IS NULL
    JOIN decision_mentions k ON k.decision_key = c.decision_key
    ${mentionOf('k.mention_id')}
    WHERE d.mention_id = ANY($4)
    UNION
    SELECT o.event_key FROM unnest($5::text[]) j(id) CROSS JOIN LATERAL (
      SELECT e.event_key FROM events e
      WHERE e.id = coalesce((SELECT a.into_id FROM event_aliases a WHERE a.id = j.id), j.id) LIMIT ALL) o
  )
  ${EVENTS_OF_FOUND}`;

const UNKEYED = `
  WITH found AS MATERIALIZED (SELECT u.event_key FROM unkeyed_events u ORDER BY u.event_key LIMIT 500)
  ${EVENTS_OF_FOUND}`;

/** The candidates are in the order of recording. The session's statements have to see one state. */
export async function readJoinCandidates(
  session: Session,
  { accounts, articles, mentions, events: ids }: JoinSubject,
  known: MentionKeys,
): Promise<JoinCandidates> {
  const rows = await session.read<VersionRow>(
    CANDIDATES,
    await comparableAccounts(session, accounts),
    articles,
    mentions,
    ids,
  );
  const events = await eventsOf(session, rows, known);
  const [revision, decisions] = await Promise.all([
    readRevision(session),
    standingDecisions(
      session,
      [...ids, ...events.map(({ id }) => id)],
      [...mentions, ...events.flatMap((event) => event.mentions.map(({ id }) => id))],
    ),
  ]);
  return { revision, events, decisions };
}

async function eventsOf(
  session: Session,
  rows: readonly VersionRow[],
  known: MentionKeys,
): Promise<readonly TimelineEvent[]> {
  const keys = rows.flatMap((row): readonly number[] => JSON.parse(row.mentions ?? '[]'));
  const byKey = await known.read(session, [...new Set(keys)]);
  return rows.map((row) => toEventOfVersion(row, (own) => own.flatMap((key) => byKey.get(key) ?? [])));
}

/** Some of the events whose mentions have no keys yet. */
export const readUnkeyed = async (session: Session, known: MentionKeys): Promise<readonly TimelineEvent[]> =>
  eventsOf(session, await session.read<VersionRow>(UNKEYED), known);

interface KeyRow {
  readonly search: number;
  readonly account_key: number;
  readonly enough: number;
  readonly acts: number;
}

async function comparableAccounts(
  session: Session,
  accounts: JoinSubject['accounts'],
): Promise<readonly number[]> {
  const search = searchOf(accounts);
  if (search.searches.length === 0) return [];
  const rows = await session.read<KeyRow>(
    KEYS,
    search.searches.map(([key]) => key),
    search.searches.map(([, earliestDay]) => earliestDay),
    search.searches.map(([, , latestDay]) => latestDay),
  );
  return accountsSharingEnough(
    search,
    rows.map(
      ({ search: number, account_key, enough, acts }): FoundKey => [number, account_key, enough, acts],
    ),
  );
}
