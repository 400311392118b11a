import { TimelineError } from '../../domain/errors.ts';
import { type CalendarDate, requireCalendarDate } from '../../domain/time/calendar-date.ts';
import { readArticles } from '../../ingestion/reading/read-article.ts';
import type { ArticleDocument, Editor } from '../timeline-writing.ts';
import { type IngestParts, ingestArticle } from './ingest-article.ts';
import type { IngestReport } from './ingest-report.ts';

/** Ingests the article of a document. Throws the errors of reading it, and `BAD_ARTICLE` unless it holds one article. */
export async function ingestDocument(
  parts: IngestParts,
  { maxBytes, ...document }: ArticleDocument,
  options: { readonly anchor?: CalendarDate; readonly restore?: boolean; readonly editor: Editor },
): Promise<IngestReport> {
  const today = requireCalendarDate(parts.now().slice(0, 10));
  const outcomes = readArticles({ name: null, sidecar: null, ...document }, { maxBytes, today });
  const [outcome] = outcomes;
  if (outcome === undefined || outcomes.length > 1)
    throw new TimelineError('BAD_ARTICLE', `the document holds ${outcomes.length} articles, not one`);
  if (outcome.kind === 'rejected') throw new TimelineError(outcome.code, outcome.reason);
  return ingestArticle(parts, outcome.source, options);
}
