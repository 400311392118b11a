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
import type { Session } from '../session.ts';

export async function getArticle(session: Session, id: ArticleId): Promise<StoredArticle | undefined> {
  const [row] = await session.read<ArticleRow>(`${SELECT_ARTICLE} WHERE a.id = $2`, id);
  return row && toArticle(await unlessPurged(session, row));
}

export async function getArticleRecord(session: Session, id: ArticleId): Promise<ArticleRecord | undefined> {
  const [row] = await session.read<ArticleRecordRow>(`${SELECT_ARTICLE_RECORD} WHERE a.id = $2`, id);
  return row && toArticleRecord(await unlessPurged(session, row));
}

export async function findArticleByUrl(session: Session, url: string): Promise<StoredArticle | undefined> {
  const [row] = await session.read<ArticleRow>(
    `${SELECT_ARTICLE} WHERE md5(a.url) = md5($2) AND a.url = $2 AND ${CURRENT_ARTICLE}`,
    url,
  );
  return row && toArticle(row);
}

export async function isAddressStripped(session: Session, id: ArticleId): Promise<boolean> {
  const rows = await session.read('SELECT 1 FROM stripped_addresses s WHERE s.article_id = $2', id);
  return rows.length > 0;
}

export async function listArticles(session: Session, page: PageRequest): Promise<Page<ArticleRecord>> {
  const rows = await session.readClause<ArticleRecordRow>(articlePageStatement(page));
  return pageOf(rows, page, (row) => ({
    node: toArticleRecord(row),
    position: { keys: [row.article_key], id: row.id },
  }));
}

export async function getPurgeReason(session: Session, id: string): Promise<PurgeReason | undefined> {
  const [row] = await session.read<{ reason: PurgeReason }>(
    'SELECT p.reason FROM purges p WHERE p.article_id = $2',
    id,
  );
  return row?.reason;
}

async function unlessPurged<Row extends ArticleRecordRow>(session: Session, row: Row): Promise<Row> {
  if (row.current === 0) refusePurgedArticle(row.id, await getPurgeReason(session, row.id));
  return row;
}
