import { TimelineError } from '../domain/errors.ts';
import type { TimelineCatalog } from './port/timeline-catalog.ts';
import { isPostgresUrl, isServerOfMany } from './store-url.ts';
import { timelineFolder } from './timeline-folder.ts';

/** Opens the list of the timelines that a database URL holds besides the default one. */
export async function openTimelineCatalog(url: string): Promise<TimelineCatalog> {
  if (isServerOfMany(url)) {
    const { bundledMigrations } = await import('./open-store.ts');
    const { postgresCatalog } = await import('./postgres/timeline-catalog.ts');
    return postgresCatalog(url, await bundledMigrations('postgres'));
  }
  const folder = timelineFolder(url);
  if (folder === null) return singleTimeline(isPostgresUrl(url) ? BY_NUMBER : IN_A_FILE);
  const { folderCatalog } = await import('./sqlite/timeline-catalog.ts');
  return folderCatalog(folder);
}

const IN_A_FILE =
  'a single file holds one timeline: make a folder, move the file there as default.sqlite, and name the folder (DATABASE_URL=sqlite:FOLDER/)';

const BY_NUMBER = 'the address names one timeline by its number: leave out timeline=';

/** The list of a database that holds the default timeline alone. `wayOut` says how to have more. */
function singleTimeline(wayOut: string): TimelineCatalog {
  const missing = async (slug: string): Promise<never> => {
    throw new TimelineError('NOT_FOUND', `there is no timeline "${slug}": ${wayOut}`);
  };
  return {
    list: async () => [],
    create: async () => {
      throw new TimelineError('BAD_CONFIG', wayOut);
    },
    change: missing,
    remove: missing,
    close: async () => {},
  };
}
