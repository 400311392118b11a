import { readFile } from 'node:fs/promises';
import type { Language } from '../ingestion/sentences/language.ts';
import { packagePath } from '../package-files.ts';
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
  const [{ createParser }, { createLemmaOf }, weights, lemmas] = await Promise.all([
    import('../parsing/create-parser.ts'),
    import('../parsing/lemma.ts'),
    readFile(packagePath('seeds', 'parser', 'weights.bin')),
    readFile(packagePath('seeds', 'parser', 'lemmas.json'), 'utf8'),
  ]);
  return { parser: createParser(weights), lemmaOf: createLemmaOf(JSON.parse(lemmas)) };
}
