import type { Position } from '../../domain/query/timeline-query.ts';
import { RULE_SET } from '../../ingestion/rule-set.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import type { RederiveReport } from '../timeline-writing.ts';
import type { IngestParts } from './ingest-article.ts';
import { rereadArticle } from './reread-article.ts';

/** Articles between two notes of how far it has come. */
const BATCH = 50;
const MARKER = 'rederive';

/** What the articles are read with, and after which of them to go on; null once all are done. */
interface Progress {
  readonly reading: string;
  readonly after: Position | null;
  readonly done: boolean;
}

/**
 * Reads every article again from its stored text, each in a transaction of its own, and saves those that tell of something
 * else now. How far it came is noted after each batch: a run that was cut short is taken up by the next one, unless the
 * rules, the names or the default anchor have changed since.
 */
export async function rederive(
  parts: IngestParts,
  { onProgress }: { readonly onProgress?: (report: RederiveReport) => void } = {},
): Promise<RederiveReport> {
  const { store, defaultAnchor } = parts;
  const tools = await parts.loadTools();
  const reading = JSON.stringify([RULE_SET, defaultAnchor, tools.version]);
  let after = await positionOf(store, reading);
  let report = { ...NOTHING, resumed: after !== null, revision: await store.readRevision() };
  for (let goesOn = true; goesOn; ) {
    const page = await store.listArticles({ direction: 'FORWARD', size: BATCH, after });
    for (const { node } of page.items)
      report = counted(report, await rereadArticle(store, node.id, defaultAnchor, tools));
    after = page.items.at(-1)?.position ?? after;
    goesOn = page.hasNextPage;
    await store.writeMarker(MARKER, JSON.stringify({ reading, after, done: !goesOn } satisfies Progress));
    report = { ...report, revision: await store.readRevision() };
    onProgress?.(report);
  }
  return report;
}

const NOTHING = { articleCount: 0, changedCount: 0, eventCount: 0 };

const counted = (report: RederiveReport, changedEvents: number | null): RederiveReport => ({
  ...report,
  articleCount: report.articleCount + 1,
  changedCount: report.changedCount + (changedEvents === null ? 0 : 1),
  eventCount: report.eventCount + (changedEvents ?? 0),
});

/** Where an unfinished run with the same rules, names and anchor stopped; null where there is none. */
async function positionOf(store: EventStore, reading: string): Promise<Position | null> {
  const noted = await store.readMarker(MARKER);
  const progress: Progress | null = noted === undefined ? null : JSON.parse(noted);
  return progress === null || progress.done || progress.reading !== reading ? null : progress.after;
}
