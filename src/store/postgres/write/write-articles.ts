import { crc32 } from 'node:zlib';
import { TimelineError } from '../../../domain/errors.ts';
import type { Article } from '../../../domain/event/article.ts';
import type { ArticleId } from '../../../domain/event/ids.ts';
import { articleColumnsOf, MUTABLE_ARTICLE_COLUMNS } from '../../sql/columns/article-columns.ts';
import type { Session } from '../session.ts';

const SAVE = `
  INSERT INTO articles (timeline_id, article_key, id, recorded_at, ${MUTABLE_ARTICLE_COLUMNS.join(', ')})
  VALUES ($1, (SELECT coalesce(max(article_key), 0) + 1 FROM articles WHERE timeline_id = $1), $2, $3, $3, NULL, NULL,
    $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
  ON CONFLICT (timeline_id, id) DO UPDATE
  SET ${MUTABLE_ARTICLE_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** A new article, or the known one of that id again, which becomes current. */
export async function writeArticle(session: Session, article: Article, revision: number): Promise<void> {
  const { id = null, ...columns } = articleColumnsOf(article);
  await session.write(SAVE, id, revision, ...Object.values(columns), crc32(article.text));
}

/** Throws `NOT_FOUND` where there is no such article. */
export async function supersedeArticle(
  session: Session,
  old: ArticleId,
  by: ArticleId,
  revision: number,
): Promise<void> {
  const rows = await session.write(
    `UPDATE articles SET superseded_by = $2, revision = $3, text = NULL WHERE timeline_id = $1 AND id = $4
    RETURNING 1`,
    by,
    revision,
    old,
  );
  if (rows.length === 0) throw new TimelineError('NOT_FOUND', `there is no article "${old}" to supersede`);
}

/** Throws `NOT_FOUND` where there is no such article, or no current one. */
export async function retractArticle(session: Session, id: ArticleId, revision: number): Promise<void> {
  const rows = await session.write(
    `UPDATE articles SET retracted_at = $2, revision = $2, text = NULL
    WHERE timeline_id = $1 AND id = $3 AND superseded_by IS NULL AND retracted_at IS NULL RETURNING 1`,
    revision,
    id,
  );
  if (rows.length === 0) throw new TimelineError('NOT_FOUND', `there is no article "${id}" to retract`);
}
