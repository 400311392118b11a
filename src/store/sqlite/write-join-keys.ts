import type { Database } from 'better-sqlite3';
import type { ArticleId } from '../../domain/ids.ts';
import type { ArticleChange } from '../event-store.ts';
import { spanBitsOf } from './event-columns.ts';

/** Writes by what the mentions of an article are found. */
export interface JoinKeyWriter {
  /** In place of those that the article had. */
  save(article: ArticleId, joinKeys: ArticleChange['joinKeys']): void;
  remove(article: ArticleId): void;
}

const ADD = `
  INSERT INTO mention_keys (key, span_bits, earliest_day, latest_day, mention_id, article_key)
  SELECT j.value, @spanBits, @earliestDay, @latestDay, @mention, a.article_key
  FROM articles a CROSS JOIN json_each(@keys) j WHERE a.id = @article`;

const REMOVE = `
  DELETE FROM mention_keys WHERE article_key = (SELECT a.article_key FROM articles a WHERE a.id = ?)`;

export function joinKeyWriter(database: Database): JoinKeyWriter {
  const add = database.prepare<Record<string, string | number>>(ADD);
  const remove = database.prepare<[string]>(REMOVE);
  return {
    save: (article, joinKeys) => {
      remove.run(article);
      for (const { mention, bounds, keys } of joinKeys)
        add.run({
          article,
          mention,
          ...bounds,
          spanBits: spanBitsOf(bounds),
          keys: JSON.stringify([...new Set(keys)]),
        });
    },
    remove: (article) => {
      remove.run(article);
    },
  };
}
