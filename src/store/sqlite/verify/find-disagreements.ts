import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import { knownOn, type Mention } from '../../../domain/event/mention.ts';
import { toDayNumber } from '../../../domain/time/calendar-date.ts';
import { servedDocumentOf } from '../../documents/served-document.ts';
import { columnsOf, type EventColumns, searchTextOf } from '../../sql/event-columns.ts';
import { type DocumentRow, toEvent } from '../../sql/rows.ts';
import { WHOLE_VERSION } from './whole-version.ts';

/** What an event is found by, all of it; the lists of ids are JSON. */
interface Indexed extends EventColumns {
  readonly mentions: string | null;
  readonly actors: string | null;
  readonly places: string | null;
  readonly title: string | null;
  readonly quotes: string | null;
  /** The days on which editions begin. */
  readonly editions: string | null;
}

interface StoredRow extends Indexed, DocumentRow {
  /** 1 or 0 */
  readonly hidden: number;
  /** What is served of it; null for a hidden event. */
  readonly served: string | null;
  /** The last version, put together; null for a hidden event. */
  readonly version: string | null;
}

const SELECT_INDEXED = `
  SELECT d.document, s.document AS served, e.hidden, ${WHOLE_VERSION} AS version, e.id, e.revision, e.recorded_at AS recordedAt, e.earliest_day AS earliestDay,
    e.latest_day AS latestDay, e.span_bits AS spanBits, e.month_day AS monthDay, e.precision, e.type, e.modality,
    e.confidence, e.source_count AS sourceCount, e.settled_day AS settledDay, t.title, t.quotes,
    (SELECT json_group_array(m.id || ' ' || a.id ORDER BY m.id)
      FROM mentions m JOIN articles a ON a.article_key = m.article_key
      WHERE m.event_key = e.event_key) AS mentions,
    (SELECT json_group_array(k.id ORDER BY k.id)
      FROM event_actors l JOIN actors k ON k.actor_key = l.actor_key
      WHERE l.event_key = e.event_key) AS actors,
    (SELECT json_group_array(k.id ORDER BY k.id)
      FROM event_places l JOIN places k ON k.place_key = l.place_key
      WHERE l.event_key = e.event_key) AS places,
    (SELECT json_group_array(n.from_day ORDER BY n.from_day)
      FROM event_editions n WHERE n.event_key = e.event_key) AS editions
  FROM events e
  JOIN event_documents d ON d.event_key = e.event_key
  JOIN event_versions v ON v.version_key = e.version_key
  LEFT JOIN served_documents s ON s.event_key = e.event_key
  LEFT JOIN event_search t ON t.rowid = e.event_key
  ORDER BY e.event_key`;

/** Says for every event which of its columns and index rows differ from its document, and whether that is its last version. */
export function findDisagreements(database: Database): readonly string[] {
  const rows = database.prepare<[], StoredRow>(SELECT_INDEXED);
  const found: string[] = [];
  for (const row of rows.iterate()) {
    const isHidden = row.hidden === 1;
    const wrong = differingFields(indexedOf(toEvent(row), isHidden), row);
    if (row.version !== (isHidden ? null : row.document) || row.served !== servedOf(row))
      found.push(`event ${row.id} is not served as its last version has it`);
    if (wrong.length > 0) found.push(`event ${row.id} disagrees with its document in ${wrong.join(', ')}`);
  }
  return found;
}

const servedOf = ({ document, hidden }: StoredRow): string | null =>
  hidden === 1 ? null : servedDocumentOf(document);

/** A hidden event is found by its mentions alone. */
const indexedOf = (event: TimelineEvent, isHidden: boolean): Indexed => ({
  ...columnsOf(event),
  ...(isHidden ? { title: null, quotes: null } : searchTextOf(event)),
  mentions: sortedJson(event.mentions.map(({ id, article }) => `${id} ${article.id}`)),
  actors: sortedJson(isHidden ? [] : event.actors.map(({ id }) => id)),
  places: sortedJson(isHidden ? [] : event.places.map(({ id }) => id)),
  editions: JSON.stringify(editionDaysOf(event)),
});

/** Every day on which more became known of it, from the first that gave it a date, but the last. */
function editionDaysOf({ mentions }: TimelineEvent): readonly number[] {
  const days = (known: readonly Mention[]) => known.map((mention) => toDayNumber(knownOn(mention)));
  const first = Math.min(...days(mentions.filter(({ date }) => date !== null)));
  return [...new Set(days(mentions))]
    .filter((day) => day >= first)
    .sort((a, b) => a - b)
    .slice(0, -1);
}

const sortedJson = (ids: readonly string[]): string => JSON.stringify([...new Set(ids)].sort());

function differingFields(expected: Indexed, actual: Indexed): readonly string[] {
  const stored = new Map<string, unknown>(Object.entries(actual));
  return Object.entries(expected)
    .filter(([name, value]) => stored.get(name) !== value)
    .map(([name]) => name);
}
