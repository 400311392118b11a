import { readFile } from 'node:fs/promises';
import { TimelineError } from '../domain/errors.ts';
import { type NamesFile, requireNames } from '../ingestion/lexicon/extend-names.ts';

/** A user's own names, checked; none where no file is given. Throws `BAD_CONFIG` that names the file and what is wrong with it. */
export async function readNames(path: string | null): Promise<NamesFile> {
  if (path === null) return {};
  return requireNames(parse(await read(path), path), `NAMES_FILE "${path}"`);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new TimelineError('BAD_CONFIG', `NAMES_FILE: the file "${path}" cannot be read`, { cause });
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be parsed';
    throw new TimelineError('BAD_CONFIG', `NAMES_FILE: "${path}" is not JSON: ${reason}`, { cause });
  }
}
