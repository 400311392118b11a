import type { Database } from 'better-sqlite3';
import type { ArticleId } from '../../../domain/event/ids.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { StoredArticle } from '../../port/event-store.ts';
import { pageOf } from '../../sql/keyset.ts';
import { articlePageStatement, CURRENT_ARTICLE, SELECT_ARTICLE } from '../../sql/list-statements.ts';
import { type ArticleRow, toArticle } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

export interface ArticleReader {
  get(id: ArticleId): StoredArticle | undefined;
  findByUrl(url: string): StoredArticle | undefined;
  list(page: PageRequest): Page<StoredArticle>;
}

export function articleReader(database: Database): ArticleReader {
  const get = database.prepare<[string], ArticleRow>(`${SELECT_ARTICLE} WHERE a.id = ?`);
  const findByUrl = database.prepare<[string], ArticleRow>(
    `${SELECT_ARTICLE} WHERE a.url = ? AND ${CURRENT_ARTICLE}`,
  );
  const rows = statementCache<ArticleRow>(database);
  const toOptional = (row: ArticleRow | undefined) => (row === undefined ? undefined : toArticle(row));
  return {
    get: (id) => toOptional(get.get(id)),
    findByUrl: (url) => toOptional(findByUrl.get(url)),
    list: (page) =>
      pageOf(rows(articlePageStatement(page)), page, (row) => ({
        node: toArticle(row),
        position: { keys: [row.article_key], id: row.id },
      })),
  };
}
