import type { Database } from 'better-sqlite3';
import type { ArticleId } from '../../../domain/event/ids.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { ArticleRecord, StoredArticle } from '../../port/event-store.ts';
import { pageOf } from '../../sql/keyset.ts';
import {
  articlePageStatement,
  CURRENT_ARTICLE,
  SELECT_ARTICLE,
  SELECT_ARTICLE_RECORD,
} from '../../sql/list-statements.ts';
import { type ArticleRecordRow, type ArticleRow, toArticle, toArticleRecord } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

export interface ArticleReader {
  get(id: ArticleId): StoredArticle | undefined;
  getRecord(id: ArticleId): ArticleRecord | undefined;
  findByUrl(url: string): StoredArticle | undefined;
  list(page: PageRequest): Page<ArticleRecord>;
}

export function articleReader(database: Database): ArticleReader {
  const get = database.prepare<[string], ArticleRow>(`${SELECT_ARTICLE} WHERE a.id = ?`);
  const getRecord = database.prepare<[string], ArticleRecordRow>(`${SELECT_ARTICLE_RECORD} WHERE a.id = ?`);
  const findByUrl = database.prepare<[string], ArticleRow>(
    `${SELECT_ARTICLE} WHERE a.url = ? AND ${CURRENT_ARTICLE}`,
  );
  const rows = statementCache<ArticleRecordRow>(database);
  const toOptional = (row: ArticleRow | undefined) => (row === undefined ? undefined : toArticle(row));
  return {
    get: (id) => toOptional(get.get(id)),
    getRecord: (id) => {
      const row = getRecord.get(id);
      return row === undefined ? undefined : toArticleRecord(row);
    },
    findByUrl: (url) => toOptional(findByUrl.get(url)),
    list: (page) =>
      pageOf(rows(articlePageStatement(page)), page, (row) => ({
        node: toArticleRecord(row),
        position: { keys: [row.article_key], id: row.id },
      })),
  };
}
