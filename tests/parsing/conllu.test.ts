import { expect, test } from 'vitest';
import { readConllu, writeConllu } from '../../src/parsing/conllu.ts';

const row = (...values: readonly string[]): string => values.join('\t');

const SENTENCES = [
  '# newdoc id = harbour',
  '# sent_id = 1',
  '# text = The mayor didn\'t sign "it".',
  row('1', 'The', 'the', 'DET', 'DT', '_', '2', 'det', '_', '_'),
  row('2', 'mayor', 'mayor', 'NOUN', 'NN', '_', '5', 'nsubj', '_', '_'),
  row('3-4', "didn't", '_', '_', '_', '_', '_', '_', '_', '_'),
  row('3', 'did', 'do', 'AUX', 'VBD', '_', '5', 'aux', '_', '_'),
  row('4', "n't", 'not', 'PART', 'RB', '_', '5', 'advmod', '_', '_'),
  row('5', 'sign', 'sign', 'VERB', 'VB', '_', '0', 'root', '_', '_'),
  row('6', '"', '"', 'PUNCT', '``', '_', '7', 'punct', '_', 'SpaceAfter=No'),
  row('7', 'it', 'it', 'PRON', 'PRP', '_', '5', 'obj', '_', 'SpaceAfter=No'),
  row('8', '"', '"', 'PUNCT', "''", '_', '7', 'punct', '_', 'SpaceAfter=No'),
  row('9', '.', '.', 'PUNCT', '.', '_', '5', 'punct', '_', '_'),
  '',
  '# sent_id = 2',
  '# text = Fog.',
  row('1', 'Fog', 'fog', 'NOUN', 'NN', '_', '0', 'root', '_', 'SpaceAfter=No'),
  row('2', '.', '.', 'PUNCT', '.', '_', '1', 'punct', '_', '_'),
  '',
].join('\n');

test('what is read from CoNLL-U is written alike', () => {
  expect(writeConllu(readConllu(SENTENCES))).toBe(SENTENCES);
});

test('the spans of a sentence fit its text', () => {
  const [sentence] = readConllu(SENTENCES);
  expect(sentence?.document).toBe('harbour');
  expect(sentence?.text).toBe('The mayor didn\'t sign "it".');
  expect(sentence?.words.map(({ start, end }) => sentence.text.slice(start, end))).toEqual(
    sentence?.words.map(({ form }) => form),
  );
  expect(sentence?.words[3]).toEqual({
    form: "n't",
    lemma: 'not',
    upos: 'PART',
    xpos: 'RB',
    start: 13,
    end: 16,
    head: 4,
    label: 'advmod',
    fused: true,
  });
});

test('empty nodes and unknown columns are left out', () => {
  const lines = [
    row('1', 'Rain', 'rain', 'NOUN', 'NN', 'Number=Sing', '0', 'root', '0:root', 'Entity=(1)'),
    row('1.1', 'fell', 'fall', 'VERB', 'VBD', '_', '_', '_', '0:root', '_'),
  ];
  expect(readConllu(lines.join('\r\n'))).toEqual([
    {
      document: null,
      text: 'Rain',
      words: [
        {
          form: 'Rain',
          lemma: 'rain',
          upos: 'NOUN',
          xpos: 'NN',
          start: 0,
          end: 4,
          head: -1,
          label: 'root',
          fused: false,
        },
      ],
    },
  ]);
});
