import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { TimelineError } from '../../domain/errors.ts';
import { IN_MEMORY, parseStoreUrl } from '../../store/store-url.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { configFor, type GlobalOptions } from '../options/shared-options.ts';

/**
 * Opens the database of this run while `use` works with it. `READ` refuses a file that does not exist, so that a mistyped
 * name leaves no empty database behind. `WRITE` reads the user's own names first: a faulty file stops the command before
 * it has done anything.
 */
export async function withTimeline<T>(
  options: GlobalOptions,
  access: 'READ' | 'WRITE',
  use: (timeline: Timeline, config: Config) => Promise<T>,
): Promise<T> {
  const config = configFor(options);
  if (access === 'READ') requireDatabase(config.databaseUrl);
  const { openStore } = await import('../../store/open-store.ts');
  const { createTimeline } = await import('../../timeline/create-timeline.ts');
  const { loadTools } = await import('../../startup/load-tools.ts');
  const { readNames } = await import('../../startup/read-user-files.ts');
  const names = access === 'WRITE' ? await readNames(config.namesFile) : undefined;
  const store = await openStore(config.databaseUrl);
  try {
    const timeline = createTimeline({
      store,
      loadTools: async () => loadTools(names ?? (await readNames(config.namesFile))),
      defaultAnchor: config.timelineAnchor,
    });
    return await use(timeline, config);
  } finally {
    await store.close();
  }
}

function requireDatabase(url: string): void {
  const { file } = parseStoreUrl(url);
  if (file !== IN_MEMORY && !existsSync(file))
    throw new TimelineError('NOT_FOUND', `there is no database at ${file}: run serve or ingest first`);
}
