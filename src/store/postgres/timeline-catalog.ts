import type { PoolClient } from 'pg';
import { TimelineError } from '../../domain/errors.ts';
import type { CataloguedTimeline, TimelineCatalog } from '../port/timeline-catalog.ts';
import {
  TIMELINE_COLUMNS,
  type TimelineRow,
  timelineValues,
  toListedTimeline,
} from '../sql/columns/timeline-row.ts';
import type { Migration } from '../sql/migrations.ts';
import { timelineUrl } from '../store-url.ts';
import { applyMigrations } from './apply-migrations.ts';
import { inTransaction } from './in-transaction.ts';
import { openPool } from './open-pool.ts';
import { answer } from './postgres-errors.ts';
import { removeRows } from './timeline-rows.ts';

const TIMEOUT_MS = 10_000;

interface ListedRow extends TimelineRow {
  readonly timeline_id: number;
}

/** The default timeline is described by settings, and so has no name. */
const LIST = `SELECT timeline_id, ${TIMELINE_COLUMNS} FROM timelines WHERE name IS NOT NULL ORDER BY slug`;

const FIND = `SELECT timeline_id, ${TIMELINE_COLUMNS} FROM timelines WHERE name IS NOT NULL AND slug = $1 FOR UPDATE`;

const CREATE = `
  WITH created AS (
    INSERT INTO timelines (${TIMELINE_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING timeline_id
  )
  INSERT INTO store_state (timeline_id, revision) SELECT c.timeline_id, 0 FROM created c`;

const CHANGE = `UPDATE timelines SET (${TIMELINE_COLUMNS}) = ROW ($2, $3, $4, $5, $6, $7, $8, $9) WHERE timeline_id = $1`;

/** The list of the timelines in a database, which its schema has a table for. It is short, so it is read whole. */
export function postgresCatalog(url: string, migrations: readonly Migration[]): Promise<TimelineCatalog> {
  return answer(async () => {
    const pool = openPool(url, TIMEOUT_MS, { connections: 1 });
    const changing = <T>(change: (client: PoolClient) => Promise<T>): Promise<T> =>
      answer(() => inTransaction(pool, change));
    try {
      await applyMigrations(pool, migrations);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return {
      list: () =>
        answer(async () => (await pool.query<ListedRow>(LIST)).rows.map((row) => toTimeline(row, url))),
      create: (timeline) =>
        changing(async (client) => {
          await requireFree(timeline.slug, () => client.query(CREATE, timelineValues(timeline)));
        }),
      change: (slug, changes) =>
        changing(async (client) => {
          const row = await requireRow(client, slug);
          const changed = { ...toTimeline(row, url), ...changes };
          await requireFree(changed.slug, () =>
            client.query(CHANGE, [row.timeline_id, ...timelineValues(changed)]),
          );
        }),
      remove: (slug) =>
        changing(async (client) => {
          const { timeline_id } = await requireRow(client, slug);
          await removeRows(client, timeline_id);
          await client.query('DELETE FROM timelines WHERE timeline_id = $1', [timeline_id]);
        }),
      close: () => pool.end(),
    };
  });
}

const toTimeline = (row: ListedRow, url: string): CataloguedTimeline => ({
  ...toListedTimeline(row),
  databaseUrl: timelineUrl(url, row.timeline_id),
});

/** The entry stays locked until the transaction ends. */
async function requireRow(client: PoolClient, slug: string): Promise<ListedRow> {
  const { rows } = await client.query<ListedRow>(FIND, [slug]);
  const [row] = rows;
  if (row === undefined) throw new TimelineError('NOT_FOUND', `there is no timeline "${slug}"`);
  return row;
}

const UNIQUE_VIOLATION = '23505';

async function requireFree(slug: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === UNIQUE_VIOLATION)) throw cause;
    throw new TimelineError('BAD_CONFIG', `there is a timeline "${slug}" already`, { cause });
  }
}
