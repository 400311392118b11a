import type { PoolClient } from 'pg';
import { TimelineError } from '../../../domain/errors.ts';
import { COPY_MARKER, placeOf, writeMark } from '../../copy/copy-mark.ts';
import type { CopyPlace, CopyTarget } from '../../copy/copy-timeline.ts';
import type { Migration } from '../../sql/migrations.ts';
import { applyMigrations } from '../apply-migrations.ts';
import { inTransaction } from '../in-transaction.ts';
import { openPool } from '../open-pool.ts';
import { answer } from '../postgres-errors.ts';
import { type Session, sessionOver } from '../session.ts';
import { removeRows } from '../timeline-rows.ts';
import { TIMELINE_TABLES } from '../timeline-tables.ts';
import { writeRows } from './copied-rows.ts';

/** The server needs seconds for the greatest number of rows that is copied at once. */
export const COPY_TIMEOUT_MS = 600_000;

const LOCK_ENTRY = 'SELECT t.slug FROM timelines t WHERE t.timeline_id = $1 FOR UPDATE';

const MARK = `
  INSERT INTO markers (timeline_id, name, value) VALUES ($1, $2, $3)`;

const REMOVE_MARK = `
  DELETE FROM markers WHERE timeline_id = $1 AND name = $2 AND value = $3 RETURNING 1`;

/** SQLite counts these by triggers. */
const COUNTS = [
  `INSERT INTO event_months (timeline_id, first_month, last_month, reported, count)
  SELECT $1::integer, e.first_month, e.last_month, e.reported, count(*) FROM events e
  WHERE e.timeline_id = $1 AND e.hidden = 0 GROUP BY 2, 3, 4`,
  `UPDATE actors a SET event_count = l.count
  FROM (SELECT l.actor_key, count(*) AS count FROM event_actors l WHERE l.timeline_id = $1 GROUP BY 1) l
  WHERE a.timeline_id = $1 AND a.actor_key = l.actor_key`,
];

/** A copy into a timeline of a database. Until it has come to its end, the timeline has no row in `store_state`. */
export function openCopyTarget(
  url: string,
  timeline: number,
  migrations: readonly Migration[],
): Promise<CopyTarget> {
  return answer(async () => {
    const pool = openPool(url, COPY_TIMEOUT_MS, { connections: 1 });
    try {
      await applyMigrations(pool, migrations);
    } catch (error) {
      await pool.end();
      throw error;
    }
    let mark = '';
    const options = { timeline, timeoutMs: COPY_TIMEOUT_MS, isPrepared: false };
    const writing = sessionOver(pool, options);
    const transaction = <T>(work: (session: Session, client: PoolClient) => Promise<T>): Promise<T> =>
      answer(() => inTransaction(pool, (client) => work(sessionOver(client, options), client)));
    return {
      begin: (state) =>
        transaction(async (session, client): Promise<CopyPlace | null> => {
          if ((await session.write(LOCK_ENTRY)).length === 0)
            throw new TimelineError('NOT_FOUND', `there is no timeline of the number ${timeline}`);
          const text = await readMark(session);
          const place = placeOf(text, state);
          if (text !== undefined && place !== null) {
            mark = text;
            return place;
          }
          if (text === undefined) await requireEmpty(session);
          await removeRows(client, timeline);
          mark = writeMark(state);
          await session.write(MARK, COPY_MARKER, mark);
          return null;
        }),
      save: async (table, rows, place) => {
        const next = writeMark(JSON.parse(mark).state, place);
        requireOwn(await answer(() => writeRows(writing, table, rows, [COPY_MARKER, mark, next])));
        mark = next;
      },
      finish: async (revision) => {
        await transaction(async (session) => {
          requireOwn((await session.write(REMOVE_MARK, COPY_MARKER, mark)).length > 0);
          for (const sql of COUNTS) await session.write(sql);
          await session.write('INSERT INTO store_state (timeline_id, revision) VALUES ($1, $2)', revision);
        });
        await answer(() => pool.query(`ANALYZE ${TIMELINE_TABLES.join(', ')}`));
      },
      close: () => pool.end(),
    };
  });
}

/** Another copy into the timeline has moved the marker. */
function requireOwn(isMoved: boolean): void {
  if (!isMoved) throw new TimelineError('STORE_BUSY', 'another copy goes into the same place');
}

async function readMark(session: Session): Promise<string | undefined> {
  const [row] = await session.read<{ value: string }>(
    'SELECT m.value FROM markers m WHERE m.name = $2',
    COPY_MARKER,
  );
  return row?.value;
}

async function requireEmpty(session: Session): Promise<void> {
  const [state] = await session.write<{ revision: number }>(
    'SELECT s.revision FROM store_state s WHERE s.timeline_id = $1 FOR UPDATE',
  );
  if (state?.revision !== 0)
    throw new TimelineError('BAD_CONFIG', 'the target has data of its own: name a new file or timeline');
}
