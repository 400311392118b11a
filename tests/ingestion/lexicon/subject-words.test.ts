import { expect, test } from 'vitest';
import { subjectOfWords } from '../../../src/ingestion/lexicon/subject-words.ts';
import { lexicon, mentionsOf } from '../read-text.ts';

const subjectOf = (words: string) => subjectOfWords(lexicon.subjectWords, words.split(' '));

test.each([
  ['judge verdict', 'courts'],
  ['ballot', 'elections'],
  ['earthquake', 'disaster'],
  ['derail', 'accident'],
  ['shareholder', 'business'],
  ['telescope', 'science'],
  ['goalkeeper', 'sport'],
  ['vaccine', 'health'],
  ['novelist', 'arts'],
  ['snowfall', 'weather'],
])('a word that only one subject has is enough: %s is %s', (words, expected) => {
  expect(subjectOf(words)).toBe(expected);
});

test('a word of several subjects needs another of the same subject', () => {
  expect(subjectOf('charge')).toBeNull();
  expect(subjectOf('charge trial')).toBe('courts');
  expect(subjectOf('charge charge')).toBeNull();
});

test('words that no subject has give none', () => {
  expect(subjectOf('meet minister')).toBeNull();
});

test('a statement has the subject of its own words, else that of its sentence', () => {
  const subjects = mentionsOf(
    'A jury in Oslo acquitted the pilot on Monday. The minister left on Tuesday, while the earthquake shook the city.',
  ).map(({ subject }) => subject);
  expect(subjects).toEqual(['courts', 'disaster']);
});
