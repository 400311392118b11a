import type { Article } from '../../domain/event/article.ts';
import type { Mention, Span } from '../../domain/event/mention.ts';
import { extractEvents } from '../../ingestion/extraction/extract-events.ts';
import type { Lexicon } from '../../ingestion/lexicon/lexicon.ts';
import type { Language } from '../../ingestion/sentences/language.ts';

/** What reading articles needs: the language model and the names it is to know. Loaded at the first article only. */
export interface IngestTools {
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** Names the data that the lexicon was made from: another version may read a text differently. */
  readonly version: string;
}

/** An article with its warnings, what it tells of, and the lexicon that named who and where. */
export interface ArticleReading {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly lexicon: Lexicon;
}

/** `dateline` is the stretch of the text that is its printed dateline and tells of nothing. */
export function readArticle(article: Article, dateline: Span | null, tools: IngestTools): ArticleReading {
  const { mentions, warnings } = extractEvents(article, { ...tools, dateline });
  return {
    article: { ...article, warnings: [...article.warnings, ...warnings] },
    mentions,
    lexicon: tools.lexicon,
  };
}
