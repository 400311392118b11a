import { expect, test } from 'vitest';
import { shapeOf, tableEntries } from '../../src/parsing/features.ts';

test('a word is known by its form in lower case and by its first and last letters', () => {
  expect(tableEntries('Resigned')).toEqual(['resigned', 're', 'res', 'ed', 'ned', 'gned']);
  expect(tableEntries('of')).toEqual(['of', 'of', 'of', 'of', 'of', 'of']);
});

test('digits are zeros and curly quotation marks are straight', () => {
  expect(tableEntries('21st')[0]).toBe('00st');
  expect(tableEntries('’s')[0]).toBe("'s");
  expect(tableEntries('“')[0]).toBe('"');
});

test('eight shapes of words are told apart, and each at the start of a sentence', () => {
  const words = ['2021', '3.5', '?!', 'NATO', 'Peru', 'eBay', 'all-day', 'rain'];
  expect(words.map((word) => shapeOf(word, false))).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
  expect(words.map((word) => shapeOf(word, true))).toEqual([1, 3, 5, 7, 9, 11, 13, 15]);
});
