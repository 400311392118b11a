import { readFile } from 'node:fs/promises';
import { listRepositoryFiles } from '../guards/repository-files.ts';

/** A page for readers, by its path from the top of the repository. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** The pages at the top, such as the README, and all below docs/. */
const IS_PAGE = /^(?:[A-Z]+|docs\/.+)\.md$/;

export async function readPages(): Promise<readonly Page[]> {
  const paths = (await listRepositoryFiles()).filter((path) => IS_PAGE.test(path));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}
