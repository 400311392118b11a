import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveUserPath } from '../../config.ts';
import { formatOfName } from '../../ingestion/reading/article-format.ts';

/** Standard input, or a file under the name that the user typed. */
export type Input =
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly size: number }
  | { readonly kind: 'problem'; readonly name: string; readonly reason: string };

const SIDECAR = /\.meta\.json$/;

/** The inputs that the arguments of `ingest` name. A folder stands for the files in it, in the order of their names. */
export async function listInputs(names: readonly string[]): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const name of names) {
    const found: readonly Input[] = name === '-' ? [{ kind: 'stdin' }] : await inputsAt(name);
    if (found.length === 0) inputs.push({ kind: 'problem', name, reason: 'no article in this folder' });
    inputs.push(...found);
  }
  return inputs;
}

async function inputsAt(name: string): Promise<readonly Input[]> {
  const path = resolveUserPath(name);
  try {
    const found = await stat(path);
    return found.isDirectory() ? await inputsInside(name) : [{ kind: 'file', name, path, size: found.size }];
  } catch (error) {
    return [{ kind: 'problem', name, reason: fileProblem(error) }];
  }
}

async function inputsInside(folder: string): Promise<readonly Input[]> {
  const entries = await readdir(resolveUserPath(folder), { withFileTypes: true });
  const inputs: Input[] = [];
  for (const entry of entries.filter(isWanted).sort((one, other) => (one.name < other.name ? -1 : 1)))
    inputs.push(...(await inputsAt(join(folder, entry.name))));
  return inputs;
}

function isWanted(entry: Dirent): boolean {
  const { name } = entry;
  if (name.startsWith('.') || SIDECAR.test(name)) return false;
  return entry.isDirectory() || formatOfName(name) !== undefined;
}

/** A file's error in words, without its code and path. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'is a folder';
  throw error;
}
