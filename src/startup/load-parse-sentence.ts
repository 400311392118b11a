import { readFile } from 'node:fs/promises';
import { packagePath } from '../package-files.ts';
import type { ParseSentence } from '../parsing/parse-sentence.ts';

/** Loads the parser with its bundled weights and the table of lemmas. */
export async function loadParseSentence(): Promise<ParseSentence> {
  const [{ createParser }, { createLemmaOf }, { createParseSentence }, weights, lemmas] = await Promise.all([
    import('../parsing/create-parser.ts'),
    import('../parsing/lemma.ts'),
    import('../parsing/parse-sentence.ts'),
    readFile(packagePath('seeds', 'parser', 'weights.bin')),
    readFile(packagePath('seeds', 'parser', 'lemmas.json'), 'utf8'),
  ]);
  return createParseSentence(createParser(weights), createLemmaOf(JSON.parse(lemmas)));
}
