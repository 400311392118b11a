import type { Database } from 'better-sqlite3';
import { OPEN_END_DAY, OPEN_START_DAY } from '../../../domain/time/event-date.ts';
import type { StoreSummary } from '../../port/event-store.ts';
import { type SummaryRow, toSummary } from '../../sql/columns/summary-row.ts';
import { ALL_EVENTS } from '../../sql/count-statements.ts';

/** The revision is read from the store every time, because another process may have changed it. */
export function readRevision(database: Database): () => number {
  const statement = database.prepare<[], { revision: number }>('SELECT s.revision FROM store_state s');
  return () => statement.get()?.revision ?? 0;
}

const SUMMARY = `
  SELECT
    s.revision AS revision,
    (SELECT count(*) FROM articles a INDEXED BY articles_current
      WHERE a.superseded_by IS NULL AND a.retracted_at IS NULL) AS article_count,
    ${ALL_EVENTS} AS event_count,
    (SELECT min(e.earliest_day) FROM events e WHERE e.hidden = 0 AND e.earliest_day > ${OPEN_START_DAY}) AS earliest_day,
    (SELECT max(e.latest_day) FROM events e WHERE e.hidden = 0 AND e.latest_day < ${OPEN_END_DAY}) AS latest_day
  FROM store_state s`;

export function readSummary(database: Database): () => StoreSummary {
  const statement = database.prepare<[], SummaryRow>(SUMMARY);
  return () => toSummary(statement.get());
}

export interface Markers {
  read(name: string): string | undefined;
  write(name: string, value: string): void;
}

export function markers(database: Database): Markers {
  const read = database.prepare<[string], { value: string }>(
    'SELECT m.value FROM markers m WHERE m.name = ?',
  );
  const write = database.prepare<[string, string]>(
    'INSERT INTO markers (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    read: (name) => read.get(name)?.value,
    write: (name, value) => {
      write.run(name, value);
    },
  };
}
