import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createLemmaOf, type LemmaTable } from '../../src/parsing/lemma.ts';
import { learnLemmas } from '../training/learn-lemmas.ts';

const tableUrl = new URL('../../seeds/parser/lemmas.json', import.meta.url);
const table: LemmaTable = JSON.parse(readFileSync(tableUrl, 'utf8'));

describe('with the bundled table', () => {
  const lemmaOf = createLemmaOf(table);
  test.each([
    ['annexed', 'VBD', 'annex'],
    ['stopped', 'VBN', 'stop'],
    ['hoped', 'VBD', 'hope'],
    ['visited', 'VBD', 'visit'],
    ['tried', 'VBD', 'try'],
    ['died', 'VBD', 'die'],
    ['went', 'VBD', 'go'],
    ['fled', 'VBD', 'flee'],
    ['undertook', 'VBD', 'undertake'],
    ['making', 'VBG', 'make'],
    ['planning', 'VBG', 'plan'],
    ['passes', 'VBZ', 'pass'],
    ['Is', 'VBZ', 'be'],
    ['’s', 'VBZ', 'be'],
    ["n't", 'RB', 'not'],
    ['wo', 'MD', 'will'],
    ['cities', 'NNS', 'city'],
    ['women', 'NNS', 'woman'],
    ['heroes', 'NNS', 'hero'],
    ['bus', 'NN', 'bus'],
    ['larger', 'JJR', 'large'],
    ['earliest', 'JJS', 'early'],
    ['them', 'PRP', 'they'],
    ['until', 'IN', 'until'],
    ['Peru', 'NNP', 'peru'],
  ])('%s with the tag %s is a form of %s', (form, tag, lemma) => {
    expect(lemmaOf(form, tag)).toBe(lemma);
  });
});

test('a table keeps what the rules for regular forms do not give', () => {
  const word = { start: 0, end: 0, upos: 'VERB', head: -1, label: 'root', fused: false };
  const words = [
    { ...word, form: 'Sailed', lemma: 'sail', xpos: 'VBD' },
    { ...word, form: 'sail', lemma: 'sail', xpos: 'VB' },
    { ...word, form: 'geese', lemma: 'goose', xpos: 'NNS' },
    { ...word, form: 'ducks', lemma: 'duck', xpos: 'NNS' },
  ];
  const { bases, irregular } = learnLemmas(words);
  expect(bases).toBe('sail');
  expect(irregular['NNS']).toBe('geese goose');
  expect(irregular['VBD']?.includes('sailed')).toBe(false);
});
