import { readFileSync } from 'node:fs';
import { packagePath } from '../package-files.ts';
import type { FindGovernors } from '../parsing/find-governors.ts';
import type { ParseSentence } from '../parsing/parse-sentence.ts';

/** Loads the code that finds governors. The weights of its parser follow with the first sentence to be parsed. */
export async function loadGovernors(): Promise<FindGovernors> {
  const [{ createFindGovernors }, { createParser }, { createLemmaOf }, { createParseSentence }] =
    await Promise.all([
      import('../parsing/find-governors.ts'),
      import('../parsing/create-parser.ts'),
      import('../parsing/lemma.ts'),
      import('../parsing/parse-sentence.ts'),
    ]);
  let parseSentence: ParseSentence | undefined;
  const load = (): ParseSentence =>
    createParseSentence(
      createParser(readFileSync(packagePath('seeds', 'parser', 'weights.bin'))),
      createLemmaOf(JSON.parse(readFileSync(packagePath('seeds', 'parser', 'lemmas.json'), 'utf8'))),
    );
  return createFindGovernors((sentence) => {
    parseSentence ??= load();
    return parseSentence(sentence);
  });
}
