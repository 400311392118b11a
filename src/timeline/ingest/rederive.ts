import type { ArticleId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { Position } from '../../domain/query/timeline-query.ts';
import { RULE_SET } from '../../ingestion/rule-set.ts';
import type { EventStore, StoredArticle } from '../../store/port/event-store.ts';
import type { RederiveReport } from '../timeline-writing.ts';
import { anchorArticle, isSameReading } from './anchor-article.ts';
import { inOrder } from './in-order.ts';
import type { IngestParts } from './ingest-article.ts';
import { joinArticle } from './join-article.ts';
import type { ArticleReading, IngestTools } from './read-article.ts';
import { sourceOf } from './reanchor-article.ts';

/** The number of articles between two notes of the progress. */
const BATCH = 50;
const MARKER = 'rederive';

/** The rules, names and anchor of a run, and the last article that it has read. */
interface Progress {
  readonly reading: string;
  readonly after: Position | null;
  readonly done: boolean;
}

/**
 * Reads every article again from its stored text, and saves each that has a new reading as one change. The progress is noted after
 * each batch. The next run continues one that was cut short, unless the rules, the names or the default anchor have changed since.
 */
export async function rederive(
  parts: IngestParts & { readonly loadTools: () => Promise<IngestTools> },
  { onProgress, ahead }: { readonly onProgress?: (report: RederiveReport) => void; readonly ahead: number },
): Promise<RederiveReport> {
  const { store, defaultAnchor } = parts;
  const { version } = await parts.loadTools();
  const reading = JSON.stringify([RULE_SET, defaultAnchor, version]);
  let after = await positionOf(store, reading);
  let report = { ...NOTHING, resumed: after !== null, revision: await store.readRevision() };
  for (let goesOn = true; goesOn; ) {
    const page = await store.listArticles({ direction: 'FORWARD', size: BATCH, after });
    const rereadings = inOrder(page.items, { count: ahead }, ({ node }) => rereadStored(parts, node.id));
    for await (const [each] of rereadings)
      report = counted(report, each === undefined ? null : await saveReread(parts, each));
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

/** The last article of an unfinished run with the same rules, names and anchor; null where there is no such run. */
async function positionOf(store: EventStore, reading: string): Promise<Position | null> {
  const noted = await store.readMarker(MARKER);
  const progress: Progress | null = noted === undefined ? null : JSON.parse(noted);
  return progress === null || progress.done || progress.reading !== reading ? null : progress.after;
}

interface Reread {
  readonly known: StoredArticle;
  readonly reading: ArticleReading;
}

/** Undefined for an article that was retracted or superseded while the list was read. */
async function rereadStored(parts: IngestParts, id: ArticleId): Promise<Reread | undefined> {
  const known = await parts.store.getArticle(id);
  return known?.current ? reread(parts, known) : undefined;
}

/** Reads a stored article again; an anchor that a caller gave for it stays. */
async function reread({ readArticle, defaultAnchor }: IngestParts, known: StoredArticle): Promise<Reread> {
  const override = known.anchor.basis === 'OVERRIDE' ? known.anchor.date : undefined;
  const { article, dateline } = anchorArticle(sourceOf(known), defaultAnchor, override);
  return { known, reading: await readArticle(article, dateline) };
}

/** Returns the number of changed events, or null if the reading is the same and nothing was saved. */
async function saveReread(parts: IngestParts, { known, reading }: Reread): Promise<number | null> {
  const { id } = known;
  const outcome = await parts.store.withTimeline(async (unit) => {
    const now = await unit.getArticle(id);
    if (now === undefined || !now.current) return null;
    if (!isSameReading(now, known)) return { readAgain: now };
    const stored = await unit.readJoinCandidates({ accounts: [], articles: [id], mentions: [], events: [] });
    const before = stored.events.flatMap(({ mentions }) => mentions).filter((each) => each.article.id === id);
    if (isAsBefore(known, before, reading)) return null;
    return (await joinArticle(unit, reading, { supersedes: null, note: undefined })).changedCount;
  });
  if (outcome === null || typeof outcome === 'number') return outcome;
  return saveReread(parts, await reread(parts, outcome.readAgain));
}

const isAsBefore = (known: StoredArticle, before: readonly Mention[], now: ArticleReading): boolean =>
  isSameReading(known, now.article) &&
  JSON.stringify(known.warnings) === JSON.stringify(now.article.warnings) &&
  inOneOrder(before) === inOneOrder(now.mentions.filter((mention) => isStored(mention, before)));

/** A mention without a date is stored only together with a dated mention. */
const isStored = ({ id, date }: Mention, stored: readonly Mention[]): boolean =>
  date !== null || stored.some((mention) => mention.id === id);

const inOneOrder = (mentions: readonly Mention[]): string =>
  JSON.stringify([...mentions].sort((a, b) => (a.id < b.id ? -1 : 1)));
