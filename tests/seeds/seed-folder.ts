import { readdir, readFile } from 'node:fs/promises';

const SEEDS = new URL('../../seeds/late-2021/', import.meta.url);

/** A file of a seed dispatch. */
export interface SeedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file of `seeds/late-2021`, in the order of their names. */
export async function readSeedFolder(): Promise<readonly SeedFile[]> {
  const names = (await readdir(SEEDS)).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(new URL(name, SEEDS)) })));
}
