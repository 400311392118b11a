import type { Database } from 'better-sqlite3';
import type { ArticleId } from '../../../domain/event/ids.ts';
import type { Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { StoredArticle } from '../../port/event-store.ts';
import { allOf, type Clause } from '../../sql/clause.ts';
import { type Ordering, pageOf, stepOf } from '../../sql/keyset.ts';
import { type ArticleRow, toArticle } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';

const CURRENT = 'a.superseded_by IS NULL AND a.retracted_at IS NULL';

const SELECT_ARTICLE = `
  SELECT a.article_key, a.id, a.file, a.title, a.publisher, a.url, a.published_on, a.language, a.based_on,
    a.anchor_date, a.anchor_basis, a.rule_set, a.warnings, a.text, ${CURRENT} AS current,
    (SELECT count(DISTINCT m.event_key) FROM mentions m JOIN events e ON e.event_key = m.event_key
      WHERE m.article_key = a.article_key AND e.hidden = 0) AS event_count
  FROM articles a`;

const AS_FIRST_SAVED: Ordering = { columns: ['a.article_key', 'a.id'], descending: false };

export interface ArticleReader {
  get(id: ArticleId): StoredArticle | undefined;
  findByUrl(url: string): StoredArticle | undefined;
  list(page: PageRequest): Page<StoredArticle>;
}

export function articleReader(database: Database): ArticleReader {
  const get = database.prepare<[string], ArticleRow>(`${SELECT_ARTICLE} WHERE a.id = ?`);
  const findByUrl = database.prepare<[string], ArticleRow>(
    `${SELECT_ARTICLE} WHERE a.url = ? AND ${CURRENT}`,
  );
  const pages = statementCache<ArticleRow>(database);
  const toOptional = (row: ArticleRow | undefined) => (row === undefined ? undefined : toArticle(row));
  return {
    get: (id) => toOptional(get.get(id)),
    findByUrl: (url) => toOptional(findByUrl.get(url)),
    list: (page) =>
      pageOf(pages(articlePageStatement(page)), page, (row) => ({
        node: toArticle(row),
        position: { keys: [row.article_key], id: row.id },
      })),
  };
}

export function articlePageStatement(page: PageRequest): Clause {
  const step = stepOf(AS_FIRST_SAVED, page);
  const { sql, values } = allOf([{ sql: CURRENT, values: [] }, ...step.beyond]);
  return {
    sql: `${SELECT_ARTICLE} WHERE ${sql} ORDER BY ${step.orderBy(AS_FIRST_SAVED.columns)} ${step.limit.sql}`,
    values: [...values, ...step.limit.values],
  };
}
