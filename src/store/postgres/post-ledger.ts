import type { PoolClient } from 'pg';
import { TimelineError } from '../../domain/errors.ts';
import type { PostLedger } from '../port/post-ledger.ts';
import type { Migration } from '../sql/migrations.ts';
import { type PostRow, toPostRecord } from '../sql/rows.ts';
import { applyMigrations } from './apply-migrations.ts';
import { openPool } from './open-pool.ts';
import { answer } from './postgres-errors.ts';
import { sessionOver } from './session.ts';
import { requireTimeline } from './timeline-rows.ts';

const TIMEOUT_MS = 10_000;

/** Any number that no other lock of the program has. */
const LOCK = 20_211_222;

const OWN = 'SELECT pg_try_advisory_xact_lock($1, $2) AS owned';

const LIST = `
  SELECT p.account, p.post_id, p.state, p.day, p.link, p.tried_at, p.address FROM posts p
  WHERE p.account = $2 AND p.day = $3 ORDER BY p.tried_at, p.post_id`;

const BEGIN = `
  INSERT INTO posts (timeline_id, account, post_id, state, day, link, tried_at) VALUES ($1, $2, $3, 'TRYING', $4, $5, $6)
  ON CONFLICT (timeline_id, account, post_id) DO NOTHING`;

/**
 * Opens the ledger in the database of a timeline. A lock on a connection of its own keeps other machines out. The server ends the
 * lock with the connection: from then on nothing is written, because another machine may have the ledger.
 */
export function openPostgresPostLedger(
  url: string,
  migrations: readonly Migration[],
  timeline = 1,
): Promise<PostLedger> {
  return answer(async () => {
    const pool = openPool(url, TIMEOUT_MS);
    try {
      await applyMigrations(pool, migrations);
      await requireTimeline(pool, timeline);
      const owner = await pool.connect();
      let isOwned = true;
      owner.on('error', () => {
        isOwned = false;
      });
      await own(owner, timeline);
      const session = sessionOver(pool, { timeline, timeoutMs: TIMEOUT_MS, isPrepared: false });
      const write = (sql: string, ...values: readonly (string | null)[]): Promise<void> =>
        answer(async () => {
          if (!isOwned)
            throw new TimelineError('STORE_FAILED', 'the connection that holds the ledger is lost');
          await session.write(sql, ...values);
        });
      return {
        list: (account, day) =>
          answer(async () => (await session.read<PostRow>(LIST, account, day)).map(toPostRecord)),
        known: (account, postIds) =>
          answer(async () => {
            const rows = await session.read<Pick<PostRow, 'post_id'>>(
              'SELECT p.post_id FROM posts p WHERE p.account = $2 AND p.post_id = ANY($3)',
              account,
              postIds,
            );
            return new Set(rows.map(({ post_id }) => post_id));
          }),
        begin: ({ account, postId, day, link, triedAt }) => write(BEGIN, account, postId, day, link, triedAt),
        finish: (account, postId, address) =>
          write(
            `UPDATE posts SET state = 'POSTED', address = $4 WHERE timeline_id = $1 AND account = $2 AND post_id = $3`,
            account,
            postId,
            address,
          ),
        forget: (account, postId) =>
          write(
            'DELETE FROM posts WHERE timeline_id = $1 AND account = $2 AND post_id = $3',
            account,
            postId,
          ),
        close: async () => {
          owner.release(true);
          await pool.end();
        },
      };
    } catch (error) {
      await pool.end();
      throw error;
    }
  });
}

/** The lock lasts as long as the transaction, which works through a pooler too. Throws `STORE_BUSY` while another run has it. */
async function own(owner: PoolClient, timeline: number): Promise<void> {
  await owner.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
  const { rows } = await owner.query<{ owned: number }>(OWN, [LOCK, timeline]);
  if (rows[0]?.owned === 1) return;
  owner.release(true);
  throw new TimelineError('STORE_BUSY', 'another run is posting: it has the ledger open');
}
