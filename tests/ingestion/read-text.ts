import { readFileSync } from 'node:fs';
import type { Article, ArticleMetadata } from '../../src/domain/event/article.ts';
import type { Mention } from '../../src/domain/event/mention.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { type Extraction, extractEvents } from '../../src/ingestion/extraction/extract-events.ts';
import { parseLexicon } from '../../src/ingestion/lexicon/lexicon.ts';
import { identifyArticle } from '../../src/ingestion/reading/identify-article.ts';
import { loadLanguage } from '../../src/startup/load-parser.ts';
import { NO_METADATA } from '../support/no-metadata.ts';

const seedData = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../seeds/data/${name}.json`, import.meta.url), 'utf8'));

export const LEXICON_FILES = {
  actors: seedData('actors'),
  places: seedData('places'),
  eventTypes: seedData('event-types'),
  subjects: seedData('subjects'),
};

export const language = await loadLanguage();
export const lexicon = parseLexicon(LEXICON_FILES);

/** A Wednesday. */
const ANCHOR = '2019-05-15';

/** An article with a text and an anchor, and no other metadata unless given. */
export function articleOf(
  text: string,
  anchor: string = ANCHOR,
  metadata: Partial<ArticleMetadata> = {},
): Article {
  const source = { ...NO_METADATA, ...metadata, text };
  const date = requireCalendarDate(anchor);
  return {
    ...source,
    id: identifyArticle(source),
    anchor: { date, basis: 'DEFAULT' },
    ruleSet: 'test',
    warnings: [],
  };
}

/** The extraction from an article with the given text. */
export const extract = (text: string, anchor?: string, metadata?: Partial<ArticleMetadata>): Extraction =>
  extractEvents(articleOf(text, anchor, metadata), { language, lexicon, dateline: null });

export const mentionsOf = (
  text: string,
  anchor?: string,
  metadata?: Partial<ArticleMetadata>,
): readonly Mention[] => extract(text, anchor, metadata).mentions;
