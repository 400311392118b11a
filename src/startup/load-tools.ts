import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { NamesFile } from '../ingestion/lexicon/extend-names.ts';
import { packagePath } from '../package-files.ts';
import type { IngestTools } from '../timeline/ingest/read-article.ts';
import { loadGovernors } from './load-governors.ts';

/** Loads the tools of ingestion: the language model, the bundled actors, places and event types, a user's own names. */
export async function loadTools(names: NamesFile = {}): Promise<IngestTools> {
  const { openLanguage } = await import('../ingestion/sentences/language.ts');
  const { parseLexicon } = await import('../ingestion/lexicon/lexicon.ts');
  const [language, findGovernors, actors, places, eventTypes] = await Promise.all([
    openLanguage(),
    loadGovernors(),
    readJson('actors.json'),
    readJson('places.json'),
    readJson('event-types.json'),
  ]);
  const files = { actors, places, eventTypes };
  const version = createHash('sha256')
    .update(JSON.stringify([files, names]))
    .digest('hex');
  return { language, findGovernors, lexicon: parseLexicon(files, names), version };
}

const readJson = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(packagePath('seeds', 'data', name), 'utf8'));
