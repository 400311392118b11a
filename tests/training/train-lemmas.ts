import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConllu } from '../../src/parsing/conllu.ts';
import { learnLemmas } from './learn-lemmas.ts';

/** Writes the table of lemmas from a folder of treebanks: `npm run train:lemmas -- FOLDER`. */
const [folder = '.'] = process.argv.slice(2);
const files = await Promise.all(
  ['train/ewt.conllu', 'train/gum.conllu'].map((name) => readFile(join(folder, name), 'utf8')),
);
const table = learnLemmas(files.flatMap(readConllu).flatMap(({ words }) => words));
const path = new URL('../../seeds/parser/lemmas.json', import.meta.url);
await writeFile(path, `${JSON.stringify(table, null, 2)}\n`);
