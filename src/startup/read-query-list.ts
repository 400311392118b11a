import { readFile } from 'node:fs/promises';
import { TimelineError } from '../domain/errors.ts';

/** The only GraphQL queries that are answered, by their ids; null where no file is given. Throws a `BAD_CONFIG` that names the file. */
export async function readQueryList(path: string | null): Promise<ReadonlyMap<string, string> | null> {
  if (path === null) return null;
  const entries = Object.entries(await readJson(path));
  const queries = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (queries.length === 0 || queries.length < entries.length)
    throw new TimelineError('BAD_CONFIG', `QUERY_LIST: "${path}" is not an object of queries by their ids`);
  return new Map(queries);
}

async function readJson(path: string): Promise<object> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch (cause) {
    throw new TimelineError('BAD_CONFIG', `QUERY_LIST: the file "${path}" cannot be read as JSON`, { cause });
  }
}
