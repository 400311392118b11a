import { TimelineError } from '../../domain/errors.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { ArticleFormat } from '../../ingestion/reading/article-format.ts';
import { readArticles } from '../../ingestion/reading/read-article.ts';
import type { Editor } from '../timeline-writing.ts';
import { type IngestParts, ingestArticle } from './ingest-article.ts';
import type { IngestReport } from './ingest-report.ts';

/** Ingests the article of a document. Throws the errors of reading it, and `BAD_ARTICLE` unless it holds one article. */
export async function ingestDocument(
  parts: IngestParts,
  { bytes, format, maxBytes }: { bytes: Uint8Array; format: ArticleFormat; maxBytes: number },
  options: { readonly anchor?: CalendarDate; readonly restore?: boolean; readonly editor: Editor },
): Promise<IngestReport> {
  const outcomes = readArticles({ name: null, bytes, sidecar: null, format }, { maxBytes });
  const [outcome] = outcomes;
  if (outcome === undefined || outcomes.length > 1)
    throw new TimelineError('BAD_ARTICLE', `the document holds ${outcomes.length} articles, not one`);
  if (outcome.kind === 'rejected') throw new TimelineError(outcome.code, outcome.reason);
  return ingestArticle(parts, outcome.source, options);
}
