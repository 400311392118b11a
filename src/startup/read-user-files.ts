import { readFile } from 'node:fs/promises';
import { TimelineError } from '../domain/errors.ts';
import type { NamesFile } from '../ingestion/lexicon/extend-names.ts';

/** A user's own names, checked; none where no file is given. Throws a `BAD_CONFIG` that names the file and its fault. */
export async function readNames(path: string | null): Promise<NamesFile> {
  if (path === null) return {};
  const { requireNames } = await import('../ingestion/lexicon/extend-names.ts');
  return requireNames(await readNamesJson(path), `NAMES_FILE "${path}"`);
}

async function readNamesJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new TimelineError('BAD_CONFIG', `NAMES_FILE: the file "${path}" cannot be read`, { cause });
  });
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be parsed';
    throw new TimelineError('BAD_CONFIG', `NAMES_FILE: "${path}" is not JSON: ${reason}`, { cause });
  }
}

/** The only GraphQL queries that are answered, by their ids; null where no file is given. Throws a `BAD_CONFIG` that names the file. */
export async function readQueryList(path: string | null): Promise<ReadonlyMap<string, string> | null> {
  if (path === null) return null;
  const entries = Object.entries(await readQueryJson(path));
  const queries = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (queries.length === 0 || queries.length < entries.length)
    throw new TimelineError('BAD_CONFIG', `QUERY_LIST: "${path}" is not an object of queries by their ids`);
  return new Map(queries);
}

async function readQueryJson(path: string): Promise<object> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch (cause) {
    throw new TimelineError('BAD_CONFIG', `QUERY_LIST: the file "${path}" cannot be read as JSON`, { cause });
  }
}
