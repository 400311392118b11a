import type { Database } from 'better-sqlite3';
import type { JoinCandidates, JoinSubject } from '../../port/event-store.ts';
import { accountsSharingEnough, type FoundKey, KEY_SPAN_BITS, searchOf } from '../../sql/join-keys.ts';
import type { KnownVersions } from '../known-versions.ts';
import { decisionReader } from './read-decisions.ts';
import { readRevision } from './read-state.ts';

/** Each key is searched for once in each length of span, instead of reading all earlier accounts. */
const KEYS = `
  WITH searches (search, key, earliest_day, latest_day) AS MATERIALIZED (
    SELECT key, value ->> 0, value ->> 1, value ->> 2 FROM json_each(@searches)),
  spans (bits, days) AS MATERIALIZED (
    SELECT s.span_bits, s.days FROM event_spans s WHERE s.span_bits IN (${KEY_SPAN_BITS.join(', ')}))
  SELECT b.search, k.account_key, k.enough, k.acts
  FROM searches b
  CROSS JOIN spans s
  CROSS JOIN join_keys k ON k.key = b.key
    AND k.span_bits = s.bits
    AND k.earliest_day > b.earliest_day - s.days
    AND k.earliest_day < b.latest_day + 1
  WHERE k.latest_day >= b.earliest_day`;

const CANDIDATES = `
  SELECT e.version_key
  FROM events e
  WHERE e.event_key IN (
    SELECT m.event_key
    FROM json_each(@accounts) j
    CROSS JOIN join_accounts a ON a.account_key = j.value
    CROSS JOIN mentions m ON m.id = a.mention_id
    UNION
    SELECT m.event_key FROM mentions m WHERE m.article_key IN (
      SELECT a.article_key FROM articles a WHERE a.id IN (SELECT value FROM json_each(@articles)))
    UNION
    SELECT m.event_key
    FROM json_each(@mentions) j
    CROSS JOIN decision_mentions d ON d.mention_id = j.value
    CROSS JOIN decisions c ON c.decision_key = d.decision_key AND c.kind = 'TOGETHER' AND c.lifted_at IS NULL
    CROSS JOIN json_each(c.document, '$.mentions') k
    CROSS JOIN mentions m ON m.id = k.value
    UNION
    SELECT o.event_key
    FROM json_each(@events) j
    CROSS JOIN events o ON o.id = coalesce((SELECT a.into_id FROM event_aliases a WHERE a.id = j.value), j.value))
  ORDER BY e.event_key`;

/** The candidates are in the order of recording, with the revision of the same moment. */
export function joinCandidateReader(
  database: Database,
  eventsOf: KnownVersions['readEvents'],
): (subject: JoinSubject) => JoinCandidates {
  const revision = readRevision(database);
  const candidates = database.prepare<Record<keyof JoinSubject, string>, number>(CANDIDATES).pluck();
  const keys = database.prepare<{ searches: string }, FoundKey>(KEYS).raw();
  const decisions = decisionReader(database);
  const comparable = (accounts: JoinSubject['accounts']): readonly number[] => {
    if (accounts.length === 0) return [];
    const search = searchOf(accounts);
    return accountsSharingEnough(search, keys.all({ searches: JSON.stringify(search.searches) }));
  };
  const read = ({ accounts, articles, mentions, events: ids }: JoinSubject): JoinCandidates => {
    const events = eventsOf(
      candidates.all({
        accounts: JSON.stringify(comparable(accounts)),
        articles: JSON.stringify(articles),
        mentions: JSON.stringify(mentions),
        events: JSON.stringify(ids),
      }),
    );
    return {
      revision: revision(),
      events,
      decisions: decisions(
        [...ids, ...events.map(({ id }) => id)],
        [...mentions, ...events.flatMap((event) => event.mentions.map(({ id }) => id))],
      ),
    };
  };
  const readAtOnce = database.transaction(read);
  return (subject) => (database.inTransaction ? read(subject) : readAtOnce(subject));
}
