import { lowerPriority } from '../../threads/lower-priority.ts';
import { serveCalls } from '../../threads/serve-calls.ts';
import type { IngestTools } from '../../timeline/ingest/read-article.ts';
import { readTextsHere } from '../../timeline/read/text-reading.ts';
import { loadGovernors } from '../load-parser.ts';
import { loadTools } from '../load-tools.ts';
import type { ReadingData, ReadingMethods } from './reading-pool.ts';

/*
 * The program of a thread that reads texts, for bulk ingests and for answers. It stores nothing.
 */

serveCalls(({ names, besideServer }: ReadingData) => {
  if (besideServer) lowerPriority();
  let tools: Promise<IngestTools> | undefined;
  const methods: ReadingMethods = {
    ...readTextsHere(loadGovernors),
    readArticle: async (article, dateline) => {
      const { readArticle } = await import('../../timeline/ingest/read-article.ts');
      tools ??= loadTools(names);
      return readArticle(article, dateline, await tools);
    },
    readDocument: async (...args) =>
      (await import('../../ingestion/reading/read-article.ts')).readDocument(...args),
  };
  return { methods: { ...methods }, close: async () => {} };
});
