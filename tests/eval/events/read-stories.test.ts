import { expect, test } from 'vitest';
import { readStory } from './read-stories.ts';

const STORY = `## The Herald | 2014-05-06 | Falk goes
Ida Falk [quit]resigned on Monday.

Her deputy [deputy]took over on Tuesday.

## The Ledger | 2014-05-07 | A new chief
The port has a new chief.
`;

test('a story gives an article for each header, and the place of the word after each mark', () => {
  const { name, articles, gold } = readStory('port.txt', STORY);
  expect(name).toBe('port');
  expect(
    articles.map(({ publisher, publishedOn, title, text }) => [publisher, publishedOn, title, text]),
  ).toEqual([
    [
      'The Herald',
      '2014-05-06',
      'Falk goes',
      'Ida Falk resigned on Monday.\n\nHer deputy took over on Tuesday.',
    ],
    ['The Ledger', '2014-05-07', 'A new chief', 'The port has a new chief.'],
  ]);
  expect(gold.map(({ file, event, words }) => [file, event, words])).toEqual([
    ['001-port', 'quit', { start: 9, end: 17 }],
    ['001-port', 'deputy', { start: 41, end: 45 }],
  ]);
});

test('a header without a day is refused', () => {
  expect(() => readStory('port.txt', '## The Herald\nText.')).toThrow(
    '"The Herald" is no header of an article',
  );
});
