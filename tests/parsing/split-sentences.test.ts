import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/parsing/split-sentences.ts';

/** A text, with a bar after each sentence. */
const CASES: readonly (readonly [rule: string, text: string])[] = [
  ['a full stop before a capital ends a sentence', 'The ship sailed.| It sank.'],
  ['a title ends no sentence', 'Mr. Roe met Gen. Hart. |Dr. Lee left.'],
  ['an initial ends no sentence', 'John F. Roe spoke. |Jane B. Lee listened.'],
  ['an abbreviation ends a sentence before a word that opens one', 'They met at 5 p.m.| The talks failed.'],
  [
    'an abbreviation ends no sentence before a name',
    'The U.S. Navy came at 5 p.m. Tuesday to Dover, Del. harbour.',
  ],
  ['a quotation mark closes its sentence', '“We won.” |He said: "No."| The end.'],
  ['a question inside a sentence does not end it', '“Why?” he asked. |She said “Go!” and left.'],
  ['dots without a space end no sentence', 'The road is blocked...but open... |Nobody came.'],
  ['a date and a numero end no sentence', 'On Dec. 21 he left No. 10.| On Jan. 3 he came back.'],
  ['a line break ends a sentence', 'Storm hits the coast|\nTwo boats sank'],
  [
    'a full stop before a small letter ends a sentence after a whole word',
    'we sailed home.| then it rained.',
  ],
  ['the number of a list belongs to its sentence', 'First lines.| 1. Take water.| 2. Boil it.'],
  ['a reference in brackets belongs to its sentence', 'He died in 1902. [3]| She lived on.'],
];

test.each(CASES)('%s', (_, marked) => {
  const text = marked.replaceAll('|', '');
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  expect(sentences).toEqual(marked.split('|').map((sentence) => sentence.trim()));
});

test('a sentence has at most 250 tokens', () => {
  const sentences = splitSentences('word, '.repeat(200));
  expect(sentences.map(({ tokens }) => tokens.length)).toEqual([250, 150]);
});

test('sentences hold every token once, in order', () => {
  const pieces = fc.array(
    fc.constantFrom('Roe', 'sails', '. ', '.', '”', ' ', '\n', '[1]', 'U.S.', '12', '?', '('),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const forms = splitSentences(text).flatMap(({ tokens }) => tokens.map(({ form }) => form));
      expect(forms.join('')).toBe(text.replaceAll(/\s/gu, ''));
    }),
  );
});
