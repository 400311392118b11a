import { TimelineError } from '../../domain/errors.ts';
import type { ArticleSource } from '../../domain/event/article.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { StoredArticle } from '../../store/port/event-store.ts';
import type { Editor } from '../timeline-writing.ts';
import { type IngestParts, ingestArticle } from './ingest-article.ts';
import type { IngestReport } from './ingest-report.ts';

/** Reads a stored article against another anchor. Its mentions keep their ids. */
export async function reanchorArticle(
  parts: IngestParts,
  id: ArticleId,
  anchor: CalendarDate | null,
  editor: Editor,
): Promise<IngestReport> {
  const article = await parts.store.getArticle(id);
  if (article === undefined) throw new TimelineError('NOT_FOUND', `there is no article "${id}"`);
  if (!article.current)
    throw new TimelineError('NOT_FOUND', `article "${id}" was superseded or retracted: its text is gone`);
  return ingestArticle(parts, sourceOf(article), { editor, ...(anchor !== null && { anchor }) });
}

/** A stored article in the form in which it was ingested. */
export const sourceOf = (article: StoredArticle): ArticleSource => ({
  id: article.id,
  text: article.text,
  file: article.file,
  title: article.title,
  publisher: article.publisher,
  url: article.url,
  publishedOn: article.publishedOn,
  language: article.language,
  basedOn: article.basedOn,
});
