import { expect, test } from 'vitest';
import { storyNames } from '../../../src/ingestion/extraction/story-names.ts';

test('the names of a story are the words with a capital inside its sentences, the most frequent first', () => {
  expect(storyNames('The mayor of Bergen met Falk. In Bergen it rained.', null)).toEqual(['bergen', 'falk']);
});

test('a name that only begins sentences counts where the headline has it too', () => {
  const text = 'Fjordbank has sold its yard.';
  expect(storyNames(text, 'Fjordbank sells up')).toEqual(['fjordbank']);
  expect(storyNames(text, 'A yard is sold')).toEqual([]);
});

test('a word that the text also has without its capital is no name', () => {
  const text = 'Workers left. Workers of the yard, some workers said, were tired.';
  expect(storyNames(text, 'Workers leave')).toEqual([]);
});
