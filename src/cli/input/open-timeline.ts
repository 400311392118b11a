import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { TimelineError } from '../../domain/errors.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { TimelineUpkeep } from '../../timeline/timeline-writing.ts';
import { configFor, type GlobalOptions } from '../options/shared-options.ts';

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
  const config = configFor(options);
  if (access === 'READ') requireDatabase(config.databaseUrl);
  const { openStore } = await import('../../store/open-store.ts');
  const { createWriting } = await import('../../timeline/create-writing.ts');
  const { createTimeline } = await import('../../timeline/create-timeline.ts');
  const { loadTools } = await import('../../startup/load-tools.ts');
  const { readNames } = await import('../../startup/read-user-files.ts');
  const names = access === 'WRITE' ? await readNames(config.namesFile) : undefined;
  const store = await openStore(config.databaseUrl);
  try {
    const { timelineAnchor: defaultAnchor } = config;
    const writing = createWriting({
      store,
      loadTools: async () => loadTools(names ?? (await readNames(config.namesFile))),
      defaultAnchor,
    });
    return await use(createTimeline({ store, writing, defaultAnchor }), config);
  } finally {
    await store.close();
  }
}

function requireDatabase(url: string): void {
  const file = url.slice('sqlite:'.length);
  if (file !== ':memory:' && !existsSync(file))
    throw new TimelineError('NOT_FOUND', `there is no database at ${file}: run serve or ingest first`);
}
