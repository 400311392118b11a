import type { CopySource } from '../../copy/copy-timeline.ts';
import { pageStatement } from '../../copy/page-statement.ts';
import { SOURCE_STATE, type StateRow, stateOf } from '../../copy/source-state.ts';
import { openPool } from '../open-pool.ts';
import { answer } from '../postgres-errors.ts';
import { sessionOver } from '../session.ts';
import { COPY_TIMEOUT_MS } from './copy-target.ts';

const BEGIN = `
  BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

/** Each page is read from an index on. A plan that sorts or scans would read the whole table for each. */
export const IN_ORDER = `
  SET LOCAL enable_sort = off;
  SET LOCAL enable_seqscan = off`;

/** Lists of numbers as JSON. */
export const EXPRESSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  event_versions: { mentions: 'array_to_json(t.mentions)::text' },
  join_accounts: { keys: 'array_to_json(t.keys)::text' },
};

/** A timeline of a database whose schema is up to date. A transaction keeps its state until the source is closed. */
export function openCopySource(url: string, timeline: number): Promise<CopySource> {
  return answer(async () => {
    const pool = openPool(url, COPY_TIMEOUT_MS, { connections: 1 });
    try {
      const client = await pool.connect();
      await client.query(`${BEGIN}; ${IN_ORDER}`);
      const session = sessionOver(client, { timeline, timeoutMs: COPY_TIMEOUT_MS, isPrepared: false });
      const [state] = await session.read<StateRow>(SOURCE_STATE);
      return {
        ...stateOf(state),
        read: (table, after, rows) =>
          answer(() =>
            session.read(
              pageStatement(table, EXPRESSIONS[table.name] ?? {}, after === null),
              ...(after ?? []),
              rows,
            ),
          ),
        close: async () => {
          client.release(true);
          await pool.end();
        },
      };
    } catch (error) {
      await pool.end();
      throw error;
    }
  });
}
