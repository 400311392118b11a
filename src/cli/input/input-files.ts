import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveUserPath } from '../../config.ts';
import { formatOfName } from '../../ingestion/reading/article-format.ts';

/** Standard input, or a file under the name that the user typed. */
export type Input =
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly size: number }
  | { readonly kind: 'problem'; readonly name: string; readonly reason: string };

const SIDECAR = /\.meta\.json$/;

/**
 * The inputs that the arguments of `ingest` name. A folder stands for the files in it, in the order of their names. Links are
 * followed, but a folder is never read inside itself.
 */
export async function listInputs(names: readonly string[]): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const name of names) {
    const found: readonly Input[] = name === '-' ? [{ kind: 'stdin' }] : await inputsAt(name, []);
    if (found.length === 0) inputs.push({ kind: 'problem', name, reason: 'no article in this folder' });
    inputs.push(...found);
  }
  return inputs;
}

/** `outer` are the real paths of the folders that the input lies in. */
async function inputsAt(name: string, outer: readonly string[]): Promise<readonly Input[]> {
  const path = resolveUserPath(name);
  const problem = (reason: string): readonly Input[] => [{ kind: 'problem', name, reason }];
  try {
    const found = await stat(path);
    if (found.isFile()) return [{ kind: 'file', name, path, size: found.size }];
    if (!found.isDirectory()) return problem('is neither a file nor a folder');
    const folder = await realpath(path);
    return outer.includes(folder)
      ? problem('leads back to a folder that it lies in')
      : await inputsInside(name, [...outer, folder]);
  } catch (error) {
    return problem(fileProblem(error));
  }
}

async function inputsInside(folder: string, outer: readonly string[]): Promise<readonly Input[]> {
  const entries = await readdir(resolveUserPath(folder), { withFileTypes: true });
  const inputs: Input[] = [];
  for (const entry of entries.filter(isWanted).sort((one, other) => (one.name < other.name ? -1 : 1)))
    inputs.push(...(await inputsAt(join(folder, entry.name), outer)));
  return inputs;
}

function isWanted(entry: Dirent): boolean {
  const { name } = entry;
  if (name.startsWith('.') || SIDECAR.test(name)) return false;
  return entry.isDirectory() || formatOfName(name) !== undefined;
}

/** A file's error in words, without its code and path. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
  return PROBLEMS.get(code) ?? `cannot be read (${code})`;
}

const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'is a folder'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EIO', 'the disk cannot read it'],
]);
