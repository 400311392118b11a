import { readFile } from 'node:fs/promises';
import type { Language } from '../ingestion/sentences/language.ts';
import { packagePath } from '../package-files.ts';
import type { LemmaTable } from '../parsing/lemma.ts';
import type { ParseSentence } from '../parsing/parse-sentence.ts';

/** Loads the parser with its bundled weights and the table of lemmas. */
export async function loadParseSentence(): Promise<ParseSentence> {
  const [{ createParseSentence }, { parser, lemmaOf }] = await Promise.all([
    import('../parsing/parse-sentence.ts'),
    loadParser(),
  ]);
  return createParseSentence(parser, lemmaOf);
}

/** Loads what tags and parses the sentences of articles. */
export async function loadLanguage(): Promise<Language> {
  const [{ createLanguage }, { parser, lemmaOf }] = await Promise.all([
    import('../ingestion/sentences/language.ts'),
    loadParser(),
  ]);
  return createLanguage(parser, lemmaOf);
}

async function loadParser() {
  const [{ createParser }, { createLemmaOf }, weights, table, eventTypes] = await Promise.all([
    import('../parsing/create-parser.ts'),
    import('../parsing/lemma.ts'),
    readFile(packagePath('seeds', 'parser', 'weights.bin')),
    readJson('parser', 'lemmas.json'),
    readJson('data', 'event-types.json'),
  ]);
  return { parser: createParser(weights), lemmaOf: createLemmaOf(withVerbs(table, eventTypes)) };
}

const readJson = async (folder: string, name: string) =>
  JSON.parse(await readFile(packagePath('seeds', folder, name), 'utf8'));

/** Adds the verbs that type events: the treebanks of the table lack "concede" and "deplore". */
const withVerbs = (
  table: LemmaTable,
  {
    patterns,
    speech,
  }: { patterns: readonly { pos: string; lemmas: readonly string[] }[]; speech: readonly string[] },
): LemmaTable => {
  const verbs = patterns.flatMap(({ pos, lemmas }) => (pos === 'VERB' ? lemmas : []));
  return { ...table, bases: [table.bases, ...verbs, ...speech].join(' ') };
};
