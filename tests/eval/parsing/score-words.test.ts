import { expect, test } from 'vitest';
import { readConllu } from '../../../src/parsing/conllu.ts';
import { scoreWords } from './score-words.ts';

const row = (id: number, form: string, lemma: string, xpos: string): string =>
  [id, form, lemma, '_', xpos, '_', id === 1 ? 0 : 1, 'dep', '_', '_'].join('\t');

test('tokens and sentence ends are scored by F1, lemmas by the share of right ones', () => {
  const file = [
    ['# newdoc id = a', row(1, 'Fog', 'fog', 'NN'), row(2, 'fell', 'fall', 'VBD'), row(3, '.', '.', '.')],
    [row(1, 'well-known', 'well-known', 'JJ'), row(2, 'Harbour', 'harbour', 'NN')],
    [row(1, 'it', 'it', 'PRP'), row(2, 'ends', 'end', 'VBZ')],
  ];
  const sentences = readConllu(file.map((lines) => lines.join('\n')).join('\n\n'));
  const lemmaOf = (form: string): string => form.toLowerCase();
  /** Of seven tokens six are found, among nine. Two of seven lemmas differ. */
  expect(scoreWords(sentences, lemmaOf)).toEqual({ tokens: 12 / 16, sentenceEnds: 1, lemmas: 5 / 7 });
});
