import { mkdirSync } from 'node:fs';
import { TimelineError } from '../domain/errors.ts';
import type { TimelineCatalog } from './port/timeline-catalog.ts';
import { timelineFolder } from './timeline-folder.ts';

/** Opens the list of the timelines that a database URL holds besides the default one. */
export async function openTimelineCatalog(url: string): Promise<TimelineCatalog> {
  const folder = timelineFolder(url);
  if (folder === null) return SINGLE;
  if (!folder.isReadOnly) mkdirSync(folder.path, { recursive: true });
  const { openFolderCatalog } = await import('./sqlite/timeline-catalog.ts');
  return openFolderCatalog(folder);
}

const missing = async (slug: string): Promise<never> => {
  throw new TimelineError('NOT_FOUND', `there is no timeline "${slug}": a single file holds one timeline`);
};

/** A single SQLite file holds one timeline. */
const SINGLE: TimelineCatalog = {
  list: async () => [],
  create: async () => {
    throw new TimelineError(
      'BAD_CONFIG',
      'a single file holds one timeline: make a folder, move the file there as default.sqlite, and name the folder (DATABASE_URL=sqlite:FOLDER/)',
    );
  },
  change: missing,
  remove: missing,
  close: async () => {},
};
