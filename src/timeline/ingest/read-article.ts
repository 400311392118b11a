import type { Article } from '../../domain/event/article.ts';
import type { ActorId, PlaceId } from '../../domain/event/ids.ts';
import type { Mention, NameRecord, Span } from '../../domain/event/mention.ts';
import { extractEvents } from '../../ingestion/extraction/extract-events.ts';
import { type Lexicon, namesOf } from '../../ingestion/lexicon/lexicon.ts';
import type { ArticleDocument, ReadLimits, ReadOutcome } from '../../ingestion/reading/read-article.ts';
import type { Language } from '../../ingestion/sentences/language.ts';

/** The tools of reading an article: the parser and the known names. They are loaded at the first article. */
export interface IngestTools {
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** Names the data of the lexicon: another version may read a text differently. */
  readonly version: string;
}

/** An article with its warnings and mentions, and the names of its actors and places. It is data alone, for another thread. */
export interface ArticleReading {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly actors: readonly NameRecord<ActorId>[];
  readonly places: readonly NameRecord<PlaceId>[];
}

/** Finds the mentions of an article. `dateline` is the span of its printed dateline, which holds no event. */
export function readArticle(article: Article, dateline: Span | null, tools: IngestTools): ArticleReading {
  const { mentions, warnings } = extractEvents(article, { ...tools, dateline });
  return {
    article: { ...article, warnings: [...article.warnings, ...warnings] },
    mentions,
    ...namesOf(tools.lexicon, mentions),
  };
}

/** Reads articles, in this thread or in others. */
export type ArticleReader = (article: Article, dateline: Span | null) => Promise<ArticleReading>;

/** Makes an article of its bytes, in this thread or in others. */
export type DocumentReader = (document: ArticleDocument, limits: ReadLimits) => Promise<ReadOutcome>;
