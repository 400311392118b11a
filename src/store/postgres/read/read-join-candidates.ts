import type { JoinCandidates, JoinSubject } from '../../port/event-store.ts';
import { accountsSharingEnough, type FoundKey, KEY_SPAN_BITS, searchOf } from '../../sql/join-keys.ts';
import { toEventOfVersion, type VersionRow } from '../../sql/rows.ts';
import type { MentionKeys } from '../mention-keys.ts';
import type { Session } from '../session.ts';
import { standingDecisions } from './read-decisions.ts';
import { readRevision } from './read-state.ts';

/** Each key is searched for once in each length of span, instead of reading all earlier accounts. */
const KEYS = `
  SELECT b.search - 1 AS search, k.account_key, k.enough
  FROM unnest($2::bigint[], $3::integer[], $4::integer[]) WITH ORDINALITY b(key, earliest_day, latest_day, search)
  CROSS JOIN (SELECT s.span_bits, s.days FROM event_spans s WHERE s.span_bits IN (${KEY_SPAN_BITS.join(', ')})) s
  JOIN join_keys k ON k.key = b.key
    AND k.span_bits = s.span_bits
    AND k.earliest_day > b.earliest_day - s.days
    AND k.earliest_day <= b.latest_day
  WHERE k.latest_day >= b.earliest_day`;

const CANDIDATES = `
  SELECT coalesce(v.document, (SELECT d.document FROM event_documents d WHERE d.event_key = e.event_key)) AS document,
    array_to_json(v.mentions)::text AS mentions
  FROM events e
  JOIN event_versions v ON v.version_key = e.version_key
  WHERE e.event_key IN (
    SELECT m.event_key FROM join_accounts a JOIN mentions m ON m.id = a.mention_id
    WHERE a.account_key = ANY($2::integer[])
    UNION
    SELECT m.event_key FROM articles a JOIN mentions m ON m.article_key = a.article_key WHERE a.id = ANY($3)
    UNION
    SELECT m.event_key FROM decision_mentions d
    JOIN decisions c ON c.decision_key = d.decision_key AND c.kind = 'TOGETHER' AND c.lifted_at IS NULL
    JOIN decision_mentions k ON k.decision_key = c.decision_key
    JOIN mentions m ON m.id = k.mention_id
    WHERE d.mention_id = ANY($4)
    UNION
    SELECT o.event_key FROM unnest($5::text[]) j(id)
    LEFT JOIN event_aliases a ON a.id = j.id
    JOIN events o ON o.id = coalesce(a.into_id, j.id))
  ORDER BY e.event_key`;

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
  const keys = rows.flatMap((row): readonly number[] => JSON.parse(row.mentions ?? '[]'));
  const byKey = await known.read(session, [...new Set(keys)]);
  const events = rows.map((row) =>
    toEventOfVersion(row, (own) => own.flatMap((key) => byKey.get(key) ?? [])),
  );
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

interface KeyRow {
  readonly search: number;
  readonly account_key: number;
  readonly enough: number;
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
    rows.map(({ search: number, account_key, enough }): FoundKey => [number, account_key, enough]),
  );
}
