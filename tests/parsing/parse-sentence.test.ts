import { expect, test } from 'vitest';
import { splitSentences } from '../../src/parsing/split-sentences.ts';
import { agentOf, subjectOf } from '../../src/parsing/tree/participants.ts';
import { hangingOf } from '../../src/parsing/tree/predicate.ts';
import { tenseOf } from '../../src/parsing/tree/tense.ts';
import { loadParseSentence } from '../../src/startup/load-parser.ts';
import { at, formOf } from './tree/tree-of.ts';

test('the tree of a text’s sentence answers who does what and when', async () => {
  const parseSentence = await loadParseSentence();
  const text = 'Fog fell. The minister was arrested by police on Friday.';
  const [, second] = splitSentences(text);
  const tree = parseSentence(second ?? { start: 0, end: 0, tokens: [] });
  const predicate = at(tree, 'arrested');
  expect(formOf(tree, hangingOf(tree, at(tree, 'Friday')).predicate)).toBe('arrested');
  expect(formOf(tree, subjectOf(tree, predicate)?.word)).toBe('minister');
  expect(formOf(tree, agentOf(tree, predicate))).toBe('police');
  expect(tenseOf(tree, predicate).time).toBe('PAST');
  expect(tree.words[predicate]).toMatchObject({ start: 27, end: 35, lemma: 'arrest' });
});

test('a sentence without words has an empty tree', async () => {
  const parseSentence = await loadParseSentence();
  expect(parseSentence({ start: 0, end: 0, tokens: [] })).toEqual({ words: [], dependents: [] });
});

test('a sentence is parsed once', async () => {
  const parseSentence = await loadParseSentence();
  const [sentence] = splitSentences('Fog fell on Friday.');
  const tree = parseSentence(sentence ?? { start: 0, end: 0, tokens: [] });
  expect(parseSentence(sentence ?? { start: 0, end: 0, tokens: [] })).toBe(tree);
});
