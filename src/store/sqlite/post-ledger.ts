import Database from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';
import type { PostLedger } from '../port/post-ledger.ts';
import { type PostRow, toPostRecord } from '../sql/rows.ts';
import { answer } from './sqlite-errors.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS posts (
    account TEXT NOT NULL,
    post_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('TRYING', 'POSTED')),
    day TEXT NOT NULL,
    link TEXT NOT NULL,
    tried_at TEXT NOT NULL,
    address TEXT,
    PRIMARY KEY (account, post_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS posts_by_day ON posts (account, day, tried_at, post_id)`;

const LIST = `
  SELECT p.account, p.post_id, p.state, p.day, p.link, p.tried_at, p.address FROM posts p
  WHERE p.account = ? AND p.day = ? ORDER BY p.tried_at, p.post_id`;

const KNOWN = `
  SELECT p.post_id FROM json_each(?) j CROSS JOIN posts p ON p.account = ? AND p.post_id = j.value`;

const BEGIN = `
  INSERT INTO posts (account, post_id, state, day, link, tried_at) VALUES (?, ?, 'TRYING', ?, ?, ?)
  ON CONFLICT (account, post_id) DO NOTHING`;

/** Opens the ledger in a file, made where it is missing; throws `STORE_BUSY` while another process has it open. */
export async function openSqlitePostLedger(file: string): Promise<PostLedger> {
  const database = await answer(() => new Database(file, { timeout: 0 }));
  try {
    await answer(() => own(database));
    return ledgerOver(database);
  } catch (error) {
    database.close();
    if (error instanceof TimelineError && error.code === 'STORE_BUSY')
      throw new TimelineError('STORE_BUSY', 'another run is posting: it has the ledger open', {
        cause: error,
      });
    throw error;
  }
}

/** The lock is held by the system and ends with the process, even if it is killed. A write is on the disk when it returns. */
function own(database: Database.Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('synchronous = FULL');
  database.exec(`BEGIN EXCLUSIVE; ${SCHEMA}; COMMIT`);
}

function ledgerOver(database: Database.Database): PostLedger {
  const list = database.prepare<[string, string], PostRow>(LIST);
  const known = database.prepare<[string, string], Pick<PostRow, 'post_id'>>(KNOWN);
  const begin = database.prepare<[string, string, string, string, string]>(BEGIN);
  const finish = database.prepare<[string | null, string, string]>(
    "UPDATE posts SET state = 'POSTED', address = ? WHERE account = ? AND post_id = ?",
  );
  const forget = database.prepare<[string, string]>('DELETE FROM posts WHERE account = ? AND post_id = ?');
  return {
    list: (account, day) => answer(() => list.all(account, day).map(toPostRecord)),
    known: (account, postIds) =>
      answer(() => new Set(known.all(JSON.stringify(postIds), account).map(({ post_id }) => post_id))),
    begin: ({ account, postId, day, link, triedAt }) =>
      answer(() => void begin.run(account, postId, day, link, triedAt)),
    finish: (account, postId, address) => answer(() => void finish.run(address, account, postId)),
    forget: (account, postId) => answer(() => void forget.run(account, postId)),
    close: () => answer(() => void database.close()),
  };
}
