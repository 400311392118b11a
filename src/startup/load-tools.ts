import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { NamesFile } from '../ingestion/lexicon/extend-names.ts';
import { packagePath } from '../package-files.ts';
import type { IngestTools } from '../timeline/ingest/read-article.ts';
import { loadLanguage } from './load-parser.ts';

/** Loads the tools of ingestion: the parser, the bundled actors, places, event types and subjects, a user's own names. */
export async function loadTools(names: NamesFile = {}): Promise<IngestTools> {
  const { parseLexicon } = await import('../ingestion/lexicon/lexicon.ts');
  const [language, actors, places, eventTypes, subjects] = await Promise.all([
    loadLanguage(),
    readJson('actors.json'),
    readJson('places.json'),
    readJson('event-types.json'),
    readJson('subjects.json'),
  ]);
  const files = { actors, places, eventTypes, subjects };
  const version = createHash('sha256')
    .update(JSON.stringify([files, names]))
    .digest('hex');
  return { language, lexicon: parseLexicon(files, names), version };
}

const readJson = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(packagePath('seeds', 'data', name), 'utf8'));
