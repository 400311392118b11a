import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';

/** The bytes of the file, without its write-ahead log. */
export function sizeOf(database: Database): number {
  const row = database
    .prepare<[], { bytes: number }>(
      'SELECT c.page_count * s.page_size AS bytes FROM pragma_page_count c, pragma_page_size s',
    )
    .get();
  return row?.bytes ?? 0;
}

/** Throws `STORE_CORRUPT` for a damaged file, because SQLite would otherwise serve the sound pages of it. */
export function refuseDamaged(database: Database): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok')
    throw new TimelineError('STORE_CORRUPT', 'the database is damaged: restore it from a backup', {
      cause: found,
    });
}

/** The first damage of a file, by its table; null where there is none. */
export function findDamage(database: Database): string | null {
  const tables = database
    .prepare<[], string>(
      "SELECT t.name FROM sqlite_schema t WHERE t.type = 'table' AND t.rootpage > 0 ORDER BY t.name",
    )
    .pluck()
    .all();
  for (const table of ['sqlite_schema', ...tables]) {
    const found = database.pragma(`quick_check("${table}")`, { simple: true });
    if (found !== 'ok') return `${table}: ${found}`;
  }
  return null;
}
