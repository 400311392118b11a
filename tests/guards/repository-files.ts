import { readdir } from 'node:fs/promises';
import { posix } from 'node:path';

/** Folders that are made on a machine and never committed, as in .gitignore. */
const MADE_FOLDERS = ['.git', 'dist', 'coverage', 'data'];
/** The benchmark's rivals have one of their own. */
const INSTALLED = 'node_modules';
const MADE_FILES = /^\.git$|\.(sqlite|sqlite-shm|sqlite-wal|tsbuildinfo)$/;

/** The repository's own files, as paths from its top, with `/` on Windows too. */
export async function listRepositoryFiles(folder = '.'): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = posix.join(folder, entry.name);
      // In a linked worktree .git is a file.
      if (entry.name === INSTALLED || MADE_FOLDERS.includes(path)) return [];
      if (entry.isDirectory()) return listRepositoryFiles(path);
      return MADE_FILES.test(path) ? [] : [path];
    }),
  );
  return lists.flat().sort();
}
