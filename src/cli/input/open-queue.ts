import type { Config } from '../../config.ts';
import type { JobQueue } from '../../store/port/job-queue.ts';
import { type GlobalOptions, timelineConfigFor } from '../options/shared-options.ts';
import { requireDatabase } from './open-timeline.ts';

/** Opens the queue of this run's timeline while `use` works with it. `READ` refuses a file that does not exist. */
export async function withQueue<T>(
  options: GlobalOptions,
  { access, lanes = 0 }: { readonly access: 'READ' | 'WRITE'; readonly lanes?: number },
  use: (queue: JobQueue, config: Config) => Promise<T>,
): Promise<T> {
  const config = await timelineConfigFor(options);
  if (access === 'READ') requireDatabase(config.databaseUrl);
  const { openJobQueue } = await import('../../store/open-store.ts');
  const queue = await openJobQueue(config.databaseUrl, { limit: config.queueLimit, lanes });
  try {
    return await use(queue, config);
  } finally {
    await queue.close();
  }
}
