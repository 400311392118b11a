import type { Database } from 'better-sqlite3';
import type { ArticleId } from '../../domain/ids.ts';
import type { ArticleChange, JoinKeys } from '../event-store.ts';
import type { BoundValue } from './clause.ts';
import { spanBitsOf } from './event-columns.ts';

/** Writes by what the mentions of an article are found. */
export interface JoinKeyWriter {
  /** In place of those that the article had. */
  save(article: ArticleId, joinKeys: ArticleChange['joinKeys']): void;
  remove(article: ArticleId): void;
}

/** Lengths of span that are searched each: a day, a week, a month, a year, a decade, and whatever is longer or open. */
export const KEY_SPAN_BITS = [0, 3, 5, 9, 12, 24] as const;

const ADD = `
  INSERT INTO mention_keys (key, span_bits, earliest_day, latest_day, enough, mention_id, article_key)
  SELECT j.value ->> 0, @spanBits, @earliestDay, @latestDay, j.value ->> 1, @mention, a.article_key
  FROM articles a CROSS JOIN json_each(@keys) j WHERE a.id = @article`;

const REMOVE = `
  DELETE FROM mention_keys WHERE article_key = (SELECT a.article_key FROM articles a WHERE a.id = ?)`;

export function joinKeyWriter(database: Database): JoinKeyWriter {
  const add = database.prepare<Record<string, BoundValue>>(ADD);
  const remove = database.prepare<[string]>(REMOVE);
  return {
    save: (article, joinKeys) => {
      remove.run(article);
      for (const { mention, bounds, ...own } of joinKeys)
        add.run({
          article,
          mention,
          ...bounds,
          spanBits: KEY_SPAN_BITS.find((bits) => bits >= spanBitsOf(bounds)) ?? null,
          keys: JSON.stringify(keysOf(own)),
        });
    },
    remove: (article) => {
      remove.run(article);
    },
  };
}

/** Each key with how many must be shared for it to count; no actor's id is a word. */
export const keysOf = ({
  actors,
  words,
  enoughWords,
}: Omit<JoinKeys, 'bounds'>): readonly (readonly [key: string, enough: number])[] => [
  ...actors.map((actor) => [actor, 1] as const),
  ...words.map((word) => [word, enoughWords] as const),
];
