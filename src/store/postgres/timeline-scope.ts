import { LRUCache } from 'lru-cache';
import { TIMELINE_TABLES } from './timeline-tables.ts';

const NAME = `(?:${TIMELINE_TABLES.join('|')})`;
const SOURCE = new RegExp(`\\b(FROM|JOIN)\\s+(${NAME})\\s+([a-z])\\b`, 'g');
const UNSCOPED = new RegExp(
  `\\b(?:FROM|JOIN)\\s+${NAME}\\b(?! AS [a-z] WHERE [a-z]\\.timeline_id)|,\\s*${NAME}\\s+[a-z]\\b`,
);

/** More statements than clients ask for at a time. */
const KEPT = 512;

const scoped = new LRUCache<string, string>({ max: KEPT, memoMethod: scope });

/**
 * A reading statement over the tables of one timeline, whose number is `$1`: `FROM events e` reads its rows alone. Both back
 * ends share statements, and none of them can forget the condition. A bare `?` becomes `$2` and so on.
 */
export const timelineScope = (sql: string): string => scoped.memo(sql);

function scope(sql: string): string {
  const text = sql.replaceAll(
    SOURCE,
    (_, word: string, table: string, alias: string) =>
      `${word} (SELECT ${alias}.* FROM ${table} AS ${alias} WHERE ${alias}.timeline_id = $1) ${alias}`,
  );
  if (UNSCOPED.test(text)) throw new Error(`a statement reads a table of all timelines: ${sql}`);
  let number = 1;
  return text.replaceAll('?', () => {
    number += 1;
    return `$${number}`;
  });
}
