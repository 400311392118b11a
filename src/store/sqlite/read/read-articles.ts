import type { Database } from 'better-sqlite3';
import type { PurgeReason } from '../../../domain/event/audit.ts';
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
import { refusePurgedArticle } from '../../sql/purge/refuse-purged-article.ts';
import { type ArticleRecordRow, type ArticleRow, toArticle, toArticleRecord } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

export interface ArticleReader {
  get(id: ArticleId): StoredArticle | undefined;
  getRecord(id: ArticleId): ArticleRecord | undefined;
  findByUrl(url: string): StoredArticle | undefined;
  isAddressStripped(id: ArticleId): boolean;
  list(page: PageRequest): Page<ArticleRecord>;
  getPurgeReason(id: ArticleId): PurgeReason | undefined;
}

export function articleReader(database: Database): ArticleReader {
  const get = database.prepare<[string], ArticleRow>(`${SELECT_ARTICLE} WHERE a.id = ?`);
  const getRecord = database.prepare<[string], ArticleRecordRow>(`${SELECT_ARTICLE_RECORD} WHERE a.id = ?`);
  const findByUrl = database.prepare<[string], ArticleRow>(
    `${SELECT_ARTICLE} WHERE a.url = ? AND ${CURRENT_ARTICLE}`,
  );
  const stripped = database.prepare<[string]>('SELECT 1 FROM stripped_addresses s WHERE s.article_id = ?');
  const rows = statementCache<ArticleRecordRow>(database);
  const purgeReason = database.prepare<[string], { readonly reason: PurgeReason }>(
    'SELECT p.reason FROM purges p WHERE p.article_id = ?',
  );
  const getPurgeReason = (id: string): PurgeReason | undefined => purgeReason.get(id)?.reason;
  const refusePurged = (row: { readonly id: string; readonly current: number }): void => {
    if (row.current === 0) refusePurgedArticle(row.id, getPurgeReason(row.id));
  };
  const toOptional = (row: ArticleRow | undefined): StoredArticle | undefined => {
    if (row === undefined) return undefined;
    refusePurged(row);
    return toArticle(row);
  };
  return {
    get: (id) => toOptional(get.get(id)),
    getRecord: (id) => {
      const row = getRecord.get(id);
      if (row === undefined) return undefined;
      refusePurged(row);
      return toArticleRecord(row);
    },
    findByUrl: (url) => toOptional(findByUrl.get(url)),
    isAddressStripped: (id) => stripped.get(id) !== undefined,
    getPurgeReason,
    list: (page) =>
      pageOf(rows(articlePageStatement(page)), page, (row) => ({
        node: toArticleRecord(row),
        position: { keys: [row.article_key], id: row.id },
      })),
  };
}
