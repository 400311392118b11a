import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files made on a machine and never committed, as in .gitignore. A copy of the repository may lack git. */
const MADE_FOLDERS = ['.git', 'dist', 'coverage', 'data'];
/** The benchmark's rivals have a node_modules of their own. */
const INSTALLED = 'node_modules';
const MADE_FILES = /\.(sqlite|sqlite-shm|sqlite-wal|tsbuildinfo)$/;

/** The repository's own files, as paths from its top. */
export async function listRepositoryFiles(folder = '.'): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return MADE_FILES.test(path) ? [] : [path];
      return entry.name === INSTALLED || MADE_FOLDERS.includes(path) ? [] : listRepositoryFiles(path);
    }),
  );
  return lists.flat().sort();
}
