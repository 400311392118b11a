import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { TimelineError } from '../domain/errors.ts';
import { readArticles } from '../ingestion/reading/read-article.ts';
import type { EventStore } from '../store/port/event-store.ts';
import type { IngestReport } from '../timeline/ingest/ingest-report.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** Written into a new database before its first article. It tells an interrupted seeding from a user's own articles. */
const BEGUN = 'seeding-begun';
/** Written after the last article. A database with this marker is never seeded again. */
const DONE = 'seeded';

/** SEEDED: complete now. KNOWN: complete before. OWN: the database has its user's articles. STOPPED: the next start goes on. */
export type SeedOutcome = 'SEEDED' | 'KNOWN' | 'OWN' | 'STOPPED';

export interface SeedParts {
  readonly store: EventStore;
  readonly timeline: Timeline;
  readonly folder: string;
  readonly maxArticleBytes: number;
  /** Stops the seeding after the present article. */
  readonly signal: AbortSignal;
  readonly onArticle: (report: IngestReport) => void;
  readonly onRefused: (name: string, reason: string) => void;
}

/**
 * Fills a new database with the `*.md` of a folder, each article in its own transaction. After an interrupted start the
 * articles already stored are UNCHANGED, and the rest follow.
 */
export async function seedTimeline(parts: SeedParts): Promise<SeedOutcome> {
  const { store, signal } = parts;
  if ((await store.readMarker(DONE)) !== undefined) return 'KNOWN';
  if ((await store.readMarker(BEGUN)) === undefined) {
    if ((await store.readSummary()).articleCount > 0) return 'OWN';
    await store.writeMarker(BEGUN, basename(parts.folder));
  }
  for (const file of await listSeeds(parts.folder)) {
    if (signal.aborted) return 'STOPPED';
    await seedFile(file, parts);
  }
  await store.writeMarker(DONE, basename(parts.folder));
  return 'SEEDED';
}

async function listSeeds(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  } catch (cause) {
    throw new TimelineError('BAD_CONFIG', `SEEDS: the folder "${folder}" cannot be read`, { cause });
  }
}

async function seedFile(name: string, parts: SeedParts): Promise<void> {
  const { timeline, folder, maxArticleBytes: maxBytes } = parts;
  const bytes = await readFile(join(folder, name));
  for (const outcome of readArticles({ name, bytes, sidecar: null }, { maxBytes })) {
    if (outcome.kind === 'rejected') parts.onRefused(outcome.name, outcome.reason);
    else parts.onArticle(await timeline.ingestArticle(outcome.source));
  }
}
