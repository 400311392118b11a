import { readFileSync } from 'node:fs';
import { resolveUserPath } from '../../src/config.ts';
import { readConllu } from '../../src/parsing/conllu.ts';
import { createLemmaOf } from '../../src/parsing/lemma.ts';
import { scoreWords } from './parsing/score-words.ts';

const USAGE = `usage: npm run eval:words -- FILE...

Scores tokens and sentence ends (F1) and lemmas (of given words and tags) against treebanks in CoNLL-U, in percent.`;

const lemmas = new URL('../../seeds/parser/lemmas.json', import.meta.url);
const files = process.argv.slice(2);

if (files.length === 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const lemmaOf = createLemmaOf(JSON.parse(readFileSync(lemmas, 'utf8')));
  const sentences = files.flatMap((file) => readConllu(readFileSync(resolveUserPath(file), 'utf8')));
  const score = scoreWords(sentences, lemmaOf);
  const percent = (share: number): string => (100 * share).toFixed(2);
  console.log(
    `tokens ${percent(score.tokens)}, sentence ends ${percent(score.sentenceEnds)}, lemmas ${percent(score.lemmas)}`,
  );
}
