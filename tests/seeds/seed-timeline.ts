import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { readArticles } from '../../src/ingestion/reading/read-article.ts';
import type { IngestReport } from '../../src/timeline/ingest/ingest-report.ts';
import { allEvents } from '../support/all-events.ts';
import { openTestTimeline } from '../support/open-test-timeline.ts';
import { readSeedFolder } from './seed-folder.ts';

const MAX_BYTES = 2_000_000;

/** The events of the five dispatches, ingested into a new store in the order given by `arrange`. */
export interface SeedTimeline {
  readonly reports: readonly IngestReport[];
  readonly events: readonly TimelineEvent[];
  /** The text of each dispatch by file name. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function ingestSeeds(
  arrange: <T>(files: readonly T[]) => readonly T[] = (files) => files,
): Promise<SeedTimeline> {
  const { timeline, close } = await openTestTimeline();
  const reports: IngestReport[] = [];
  const texts = new Map<string, string>();
  for (const { name, bytes } of arrange(await readSeedFolder())) {
    for (const outcome of readArticles({ name, bytes, sidecar: null }, { maxBytes: MAX_BYTES })) {
      if (outcome.kind === 'rejected') throw new Error(`${outcome.name}: ${outcome.reason}`);
      texts.set(name, outcome.source.text);
      reports.push(await timeline.ingestArticle(outcome.source));
    }
  }
  const events = await allEvents(timeline);
  await close();
  return { reports, events, texts };
}
