import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import { isBoilerplate } from '../../../domain/event/is-boilerplate.ts';
import { textsOf } from '../../documents/event-texts.ts';
import type { EventChanges } from '../../port/event-store.ts';
import { storedEvent } from '../../sql/columns/stored-event.ts';
import { columnsOf } from '../../sql/event-columns.ts';
import type { MentionKeys } from '../mention-keys.ts';
import { searchVectorOf } from '../search/words.ts';
import type { Session } from '../session.ts';
import { countMonths, type MonthsRow } from './count-months.ts';
import { arrayOfList, documentList } from './document-list.ts';
import { readLastVersions, type VersionWriter, versionWriter, writeAliases } from './write-history.ts';
import { addJoinKeys } from './write-join-keys.ts';
import { writeLinks } from './write-links.ts';
import { writeMentions } from './write-mentions.ts';
import { addSnapshots, removeSnapshots } from './write-snapshots.ts';

/** An id of a change, with the stored event of it, if there is one. */
interface KnownRow extends Partial<MonthsRow> {
  readonly id: string;
  readonly key: number | null;
  readonly version_key: number | null;
  readonly first_revision: number | null;
  /** 1 where an editor has hidden the event. */
  readonly is_hidden: number;
}

const KNOWN = `
  SELECT j.id, e.event_key AS key, e.version_key, e.hidden, e.first_month, e.last_month, e.reported,
    (SELECT min(v.revision) FROM event_versions v WHERE v.event_id = j.id) AS first_revision,
    EXISTS (SELECT 1 FROM decisions d
      WHERE d.event_id = j.id AND d.kind = 'HIDE' AND d.lifted_at IS NULL) AS is_hidden
  FROM unnest($2::text[]) j(id) LEFT JOIN events e ON e.id = j.id`;

interface LastKeys {
  readonly event: number;
  readonly version: number;
  readonly mention: number;
  readonly edition: number;
}

/** The next rows are numbered from here. A number is free again when its row was the last and has gone, as in SQLite. */
const LAST_KEYS = `
  SELECT (SELECT coalesce(max(e.event_key), 0) FROM events e) AS event,
    (SELECT coalesce(max(v.version_key), 0) FROM event_versions v) AS version,
    (SELECT coalesce(max(m.version_key), 0) FROM mention_versions m) AS mention,
    (SELECT coalesce(max(n.edition_key), 0) FROM event_editions n) AS edition`;

interface SavedEvent {
  readonly key: number;
  readonly event: TimelineEvent;
  readonly hidden: boolean;
  readonly versionKey: number;
}

/**
 * Saves the effect of a change on events, by some twenty statements however many events there are. Statements that do not
 * wait for each other's answers are sent at once. Events that end come first, so that their mentions are free for the others.
 */
export async function writeEvents(
  session: Session,
  change: EventChanges,
  revision: number,
  keyOf: MentionKeys['keyOf'],
): Promise<void> {
  const { events: changed, snapshots, merged, withdrawn, joinKeys } = change;
  const ended = [...withdrawn, ...merged.map(({ from }) => from)];
  const unread = changed
    .flatMap(({ mentions }) => mentions)
    .filter((mention) => keyOf(mention) === undefined);
  const [rows, lastVersions] = await Promise.all([
    session.read<KnownRow>(KNOWN, [
      ...new Set([...changed.map(({ id }) => id), ...ended, ...snapshots.map(({ event }) => event)]),
    ]),
    readLastVersions(
      session,
      unread.map(({ id }) => id),
    ),
    removeSnapshots(session, snapshots),
  ]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const endedKeys = ended.map((id) => {
    const key = known.get(id)?.key ?? null;
    if (key === null) throw new TimelineError('NOT_FOUND', `there is no event "${id}" to withdraw`);
    return key;
  });
  // The keys are read behind the removal, which is sent before.
  const [, lastKeys] = await Promise.all([removeEvents(session, endedKeys), readLastKeys(session)]);
  const versions = versionWriter(session, {
    revision,
    keyOf,
    lastVersions,
    lastKeys: { event: lastKeys.version, mention: lastKeys.mention },
  });
  for (const id of withdrawn) versions.end(id, { change: 'WITHDRAWN', into: null });
  for (const { from, into } of merged) versions.end(from, { change: 'MERGED', into });
  let nextKey = lastKeys.event;
  const saved = changed.map((derived): SavedEvent => {
    const row = known.get(derived.id);
    const event = storedEvent(derived, revision, row?.first_revision ?? revision);
    const hidden = row?.is_hidden === 1 || isBoilerplate(event.mentions);
    if (row?.key == null) nextKey += 1;
    return { key: row?.key ?? nextKey, event, hidden, versionKey: addVersion(versions, event, hidden, row) };
  });
  const keys = new Map<string, number | undefined>(rows.map(({ id, key }) => [id, key ?? undefined]));
  for (const id of ended) keys.delete(id);
  for (const { key, event } of saved) keys.set(event.id, key);
  const [, months] = await Promise.all([
    versions.write(),
    saveRows(session, saved),
    addSnapshots(session, snapshots, lastKeys.edition, (id) => keys.get(id)),
    addJoinKeys(session, joinKeys),
    writeAliases(session, merged, revision),
  ]);
  await countMonths(
    session,
    rows.filter(isCounted(new Set([...ended, ...changed.map(({ id }) => id)]))),
    months,
  );
}

const isCounted =
  (ids: ReadonlySet<string>) =>
  (row: KnownRow): row is KnownRow & MonthsRow =>
    row.key !== null && ids.has(row.id);

function addVersion(
  versions: VersionWriter,
  event: TimelineEvent,
  hidden: boolean,
  known: KnownRow | undefined,
): number {
  const isKnown = known?.key != null;
  const wasHidden = isKnown && known.hidden === 1;
  if (!hidden) return versions.add(event, isKnown && !wasHidden ? 'CHANGED' : 'ADDED');
  const before = wasHidden ? known.version_key : null;
  return before ?? versions.end(event.id, { change: 'HIDDEN', into: null });
}

async function readLastKeys(session: Session): Promise<LastKeys> {
  const [row] = await session.read<LastKeys>(LAST_KEYS);
  if (row === undefined) throw new Error('a statement without tables has no row');
  return row;
}

/** Documents, snapshots and words go with their event. */
async function removeEvents(session: Session, keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return;
  await Promise.all([
    session.write('DELETE FROM mentions WHERE timeline_id = $1 AND event_key = ANY($2::integer[])', keys),
    writeLinks(
      session,
      'event',
      keys.map((key) => ({ key, actors: [], places: [] })),
    ),
    session.write('DELETE FROM events WHERE timeline_id = $1 AND event_key = ANY($2::integer[])', keys),
  ]);
}

const COLUMNS = `version_key, hidden, revision, recorded_at, earliest_day, latest_day, span_bits, month_day, precision,
  role, type, modality, subject, confidence, source_count, settled_day`;

const SAVE_EVENTS = `
  INSERT INTO events (timeline_id, event_key, id, ${COLUMNS})
  SELECT $1::integer, g.* FROM unnest($2::integer[], $3::text[], $4::integer[], $5::integer[], $6::integer[],
    $7::integer[], $8::integer[], $9::integer[], $10::integer[], $11::integer[], $12::text[], $13::text[], $14::text[],
    $15::text[], $16::text[], $17::float8[], $18::integer[], $19::integer[]) g
  ON CONFLICT (timeline_id, id) DO UPDATE SET ${COLUMNS.split(/,\s*/)
    .filter((column) => column !== 'recorded_at')
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}
  RETURNING hidden, first_month, last_month, reported`;

const saveDocuments = (table: string): string => `
  INSERT INTO ${table} (timeline_id, event_key, document)
  SELECT $1::integer, g.key, g.document FROM unnest($2::integer[], ${arrayOfList('$3')}) g (key, document)
  ON CONFLICT (timeline_id, event_key) DO UPDATE SET document = excluded.document`;

const SAVE_FULL = saveDocuments('event_documents');
const SAVE_PUBLIC = saveDocuments('served_documents');

const SAVE_WORDS = `
  INSERT INTO event_search (timeline_id, event_key, words)
  SELECT $1::integer, g.key, g.words::tsvector FROM unnest($2::integer[], ${arrayOfList('$3')}) g (key, words)
  ON CONFLICT (timeline_id, event_key) DO UPDATE SET words = excluded.words`;

const remove = (table: string): string =>
  `DELETE FROM ${table} WHERE timeline_id = $1 AND event_key = ANY($2::integer[])`;

/** Returns the months of the events. A hidden event is found by its mentions alone. */
async function saveRows(session: Session, saved: readonly SavedEvent[]): Promise<readonly MonthsRow[]> {
  if (saved.length === 0) return [];
  const keys = saved.map(({ key }) => key);
  const columns = saved.map(({ event }) => columnsOf(event));
  const written = saved.map((one) => ({ ...one, texts: textsOf(one.event) }));
  const visible = written.filter(({ hidden }) => !hidden);
  const hiddenKeys = saved.filter(({ hidden }) => hidden).map(({ key }) => key);
  const visibleKeys = visible.map(({ key }) => key);
  const [months] = await Promise.all([
    session.write<MonthsRow>(
      SAVE_EVENTS,
      keys,
      columns.map(({ id }) => id),
      saved.map(({ versionKey }) => versionKey),
      saved.map(({ hidden }) => (hidden ? 1 : 0)),
      columns.map((column) => column.revision),
      columns.map((column) => column.recordedAt),
      columns.map((column) => column.earliestDay),
      columns.map((column) => column.latestDay),
      columns.map((column) => column.spanBits),
      columns.map((column) => column.monthDay),
      columns.map((column) => column.precision),
      columns.map((column) => column.role),
      columns.map((column) => column.type),
      columns.map((column) => column.modality),
      columns.map((column) => column.subject),
      columns.map((column) => column.confidence),
      columns.map((column) => column.sourceCount),
      columns.map((column) => column.settledDay),
    ),
    session.write(SAVE_FULL, keys, documentList(written.map(({ texts }) => texts.full.toString()))),
    session.write(
      SAVE_PUBLIC,
      visibleKeys,
      documentList(visible.map(({ texts }) => texts.public.toString())),
    ),
    session.write(SAVE_WORDS, visibleKeys, documentList(visible.map(({ event }) => searchVectorOf(event)))),
    ...(hiddenKeys.length === 0
      ? []
      : [
          session.write(remove('served_documents'), hiddenKeys),
          session.write(remove('event_search'), hiddenKeys),
        ]),
    session.write(
      'DELETE FROM event_aliases WHERE timeline_id = $1 AND id = ANY($2)',
      columns.map(({ id }) => id),
    ),
    writeMentions(session, saved),
    writeLinks(
      session,
      'event',
      saved.map(({ key, event, hidden }) => ({
        key,
        actors: hidden ? [] : event.actors,
        places: hidden ? [] : event.places,
      })),
    ),
  ]);
  return months;
}
