import { readFileSync } from 'node:fs';
import type { Language } from '../ingestion/sentences/language.ts';
import { packagePath } from '../package-files.ts';
import type { FindGovernors } from '../parsing/find-governors.ts';
import type { LemmaTable } from '../parsing/lemma.ts';
import type { ParseSentence } from '../parsing/parse-sentence.ts';

/** Loads the parser with its bundled weights and the table of lemmas. */
export async function loadParseSentence(): Promise<ParseSentence> {
  const [{ createParseSentence }, openParser] = await Promise.all([
    import('../parsing/parse-sentence.ts'),
    loadParser(),
  ]);
  const { parser, lemmaOf } = openParser();
  return createParseSentence(parser, lemmaOf);
}

/** Loads what tags and parses the sentences of articles. */
export async function loadLanguage(): Promise<Language> {
  const [{ createLanguage }, openParser] = await Promise.all([
    import('../ingestion/sentences/language.ts'),
    loadParser(),
  ]);
  const { parser, lemmaOf } = openParser();
  return createLanguage(parser, lemmaOf);
}

/** Loads the code that finds governors. The weights of its parser follow with the first sentence to be parsed. */
export async function loadGovernors(): Promise<FindGovernors> {
  const [{ createFindGovernors }, { createParseSentence }, openParser] = await Promise.all([
    import('../parsing/find-governors.ts'),
    import('../parsing/parse-sentence.ts'),
    loadParser(),
  ]);
  let parseSentence: ParseSentence | undefined;
  const open = (): ParseSentence => {
    const { parser, lemmaOf } = openParser();
    return createParseSentence(parser, lemmaOf);
  };
  return createFindGovernors((sentence) => {
    parseSentence ??= open();
    return parseSentence(sentence);
  });
}

/** Loads the code of the parser, and gives what reads its weights and tables. */
async function loadParser() {
  const [{ createParser }, { createLemmaOf }] = await Promise.all([
    import('../parsing/create-parser.ts'),
    import('../parsing/lemma.ts'),
  ]);
  return () => ({
    parser: createParser(readFileSync(packagePath('seeds', 'parser', 'weights.bin'))),
    lemmaOf: createLemmaOf(
      withVerbs(readJson('parser', 'lemmas.json'), readJson('data', 'event-types.json')),
    ),
  });
}

const readJson = (folder: string, name: string) =>
  JSON.parse(readFileSync(packagePath('seeds', folder, name), 'utf8'));

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
