import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Config } from '../../config.ts';
import { TimelineError } from '../../domain/errors.ts';
import type { NamesFile } from '../../ingestion/lexicon/extend-names.ts';
import type { ReadingPool } from '../../startup/threads/reading-pool.ts';
import { storeFile } from '../../store/store-url.ts';
import type { WritingParts } from '../../timeline/create-writing.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { TimelineUpkeep } from '../../timeline/timeline-writing.ts';
import { type GlobalOptions, timelineConfigFor } from '../options/shared-options.ts';

/**
 * Opens the database of this run while `use` works with it. `READ` refuses a file that does not exist, so that a mistyped
 * name leaves no empty database behind. `WRITE` reads the user's own names first: a faulty file stops the command before
 * it has done anything.
 */
export async function withTimeline<T>(
  options: GlobalOptions,
  access: 'READ' | 'WRITE',
  use: (timeline: Timeline & TimelineUpkeep, config: Config) => Promise<T>,
): Promise<T> {
  const config = await timelineConfigFor(options);
  if (access === 'READ') requireDatabase(config.databaseUrl);
  const { openStore } = await import('../../store/open-store.ts');
  const { createWriting } = await import('../../timeline/create-writing.ts');
  const { createTimeline } = await import('../../timeline/create-timeline.ts');
  const { readTextsHere } = await import('../../timeline/read/text-reading.ts');
  const { loadGovernors } = await import('../../startup/load-parser.ts');
  const { loadTools } = await import('../../startup/load-tools.ts');
  const { readNames } = await import('../../startup/read-user-files.ts');
  const names = access === 'WRITE' ? await readNames(config.namesFile) : undefined;
  const loadNames = async () => names ?? (await readNames(config.namesFile));
  const readers = openReaders(loadNames);
  const store = await openStore(config.databaseUrl);
  try {
    const { timelineAnchor: defaultAnchor } = config;
    const loadToolsHere = async () => loadTools(await loadNames());
    const writing = createWriting({ store, loadTools: loadToolsHere, readers, defaultAnchor });
    return await use(
      createTimeline({ store, writing, texts: readTextsHere(loadGovernors), defaultAnchor }),
      config,
    );
  } finally {
    await readers.close();
    await store.close();
  }
}

/** Threads that read articles, a thread for each core. They start with the first article. */
function openReaders(
  loadNames: () => Promise<NamesFile>,
): NonNullable<WritingParts['readers']> & { close(): Promise<void> } {
  const count = availableParallelism();
  let pool: Promise<ReadingPool> | undefined;
  const open = async (): Promise<ReadingPool> => {
    const { openReadingPool } = await import('../../startup/threads/reading-pool.ts');
    return openReadingPool({ names: await loadNames(), besideServer: false }, count);
  };
  const opened = (): Promise<ReadingPool> => {
    pool ??= open();
    return pool;
  };
  return {
    count,
    readArticle: async (...args) => (await opened()).readArticle(...args),
    readDocument: async (...args) => (await opened()).readDocument(...args),
    close: async () => (await pool)?.close(),
  };
}

/** Throws `NOT_FOUND` for a file that does not exist. */
export function requireDatabase(url: string): void {
  const file = storeFile(url);
  if (file !== null && !existsSync(file))
    throw new TimelineError('NOT_FOUND', `there is no database at ${file}: run serve or ingest first`);
}
