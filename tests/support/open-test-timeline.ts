import { readFile } from 'node:fs/promises';
import type { ArticleMetadata } from '../../src/domain/event/article.ts';
import { type CalendarDate, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { parseLexicon } from '../../src/ingestion/lexicon/lexicon.ts';
import { loadLanguage } from '../../src/startup/load-parser.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { createTimeline } from '../../src/timeline/create-timeline.ts';
import { createWriting } from '../../src/timeline/create-writing.ts';
import type { IngestReport } from '../../src/timeline/ingest/ingest-report.ts';
import type { IngestTools } from '../../src/timeline/ingest/read-article.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import type { TimelineUpkeep } from '../../src/timeline/timeline-writing.ts';
import { NO_METADATA } from './no-metadata.ts';

export const DEFAULT_ANCHOR = requireCalendarDate('2021-12-21');

export interface TestTimeline {
  readonly timeline: Timeline & TimelineUpkeep;
  readonly store: EventStore;
  close(): Promise<void>;
}

/** The real use cases over a new SQLite database, with the bundled lexicon. The database is in memory unless a URL is given. */
export async function openTestTimeline(url = 'sqlite::memory:'): Promise<TestTimeline> {
  const store = await openStore(url);
  return { timeline: createTestTimeline(store), store, close: () => store.close() };
}

/** The real use cases over a store that the test has made. */
export function createTestTimeline(
  store: EventStore,
  defaultAnchor: CalendarDate = DEFAULT_ANCHOR,
): TestTimeline['timeline'] {
  const now = () => '2021-12-22T09:30:00.000Z';
  const writing = createWriting({ store, loadTools: loadTestTools, defaultAnchor, now });
  return createTimeline({ store, writing, defaultAnchor, now });
}

/** Ingests a text as if from standard input. Metadata that is not given is null. */
export function ingestText(
  timeline: Timeline,
  text: string,
  metadata: Partial<ArticleMetadata> & { file?: string } = {},
  options: { anchor?: CalendarDate } = {},
): Promise<IngestReport> {
  return timeline.ingestArticle({ ...NO_METADATA, ...metadata, text }, options);
}

let tools: Promise<IngestTools> | undefined;

/** The parser loads slowly, so all timelines of a test file share it. */
export function loadTestTools(): Promise<IngestTools> {
  tools ??= readTools();
  return tools;
}

async function readTools(): Promise<IngestTools> {
  const lexicon = parseLexicon({
    actors: await readSeedData('actors'),
    places: await readSeedData('places'),
    eventTypes: await readSeedData('event-types'),
    subjects: await readSeedData('subjects'),
  });
  return { language: await loadLanguage(), lexicon, version: 'bundled' };
}

async function readSeedData(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../../seeds/data/${name}.json`, import.meta.url), 'utf8'));
}
