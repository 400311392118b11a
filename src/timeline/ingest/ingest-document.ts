import { TimelineError } from '../../domain/errors.ts';
import { type CalendarDate, requireCalendarDate } from '../../domain/time/calendar-date.ts';
import { isDocumentFormat } from '../../ingestion/reading/article-format.ts';
import { readArticles } from '../../ingestion/reading/read-article.ts';
import type { ArticleDocument, Editor } from '../timeline-writing.ts';
import { type IngestParts, ingestArticle } from './ingest-article.ts';
import type { IngestReport } from './ingest-report.ts';
import type { DocumentReader } from './read-article.ts';

/** Ingests the article of a document. Throws the errors of reading it, and `BAD_ARTICLE` unless it holds one article. */
export async function ingestDocument(
  parts: IngestParts & { readonly readDocument: DocumentReader },
  { maxBytes, format, ...document }: ArticleDocument,
  options: { readonly anchor?: CalendarDate; readonly restore?: boolean; readonly editor?: Editor },
): Promise<IngestReport> {
  const today = requireCalendarDate(parts.now().slice(0, 10));
  const input = { name: null, sidecar: null, ...document };
  const limits = { maxBytes, today };
  const outcomes = isDocumentFormat(format)
    ? [await parts.readDocument({ ...input, format }, limits)]
    : readArticles({ ...input, format }, limits);
  const [outcome] = outcomes;
  if (outcome === undefined || outcomes.length > 1)
    throw new TimelineError('BAD_ARTICLE', `the document holds ${outcomes.length} articles, not one`);
  if (outcome.kind === 'rejected') throw new TimelineError(outcome.code, outcome.reason);
  return ingestArticle(parts, outcome.source, options);
}
