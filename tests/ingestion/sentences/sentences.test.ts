import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../../src/ingestion/sentences/sentence.ts';
import { splitSentences } from '../../../src/parsing/split-sentences.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { language } from '../read-text.ts';

const read = (text: string): readonly Sentence[] => splitSentences(text).map(language.tag);

const sentencesOf = (text: string): readonly string[] =>
  read(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    [
      'a shortened title, month or country ends no sentence',
      'Gen. Ann Cole met Mr. Brandt on Oct. 3 in the U.S. embassy. The U.N. was told.',
      ['Gen. Ann Cole met Mr. Brandt on Oct. 3 in the U.S. embassy.', 'The U.N. was told.'],
    ],
    [
      'a closing quotation mark belongs to the sentence that it closes',
      'She said “no.” Then she left. "Not yet." He stayed.',
      ['She said “no.”', 'Then she left.', '"Not yet."', 'He stayed.'],
    ],
    [
      'a question in quotation marks does not end the sentence of its speaker',
      '“Why?” he asked. “Stop!” she said.',
      ['“Why?” he asked.', '“Stop!” she said.'],
    ],
    [
      'an ellipsis inside a quotation does not end it',
      '“We wait … but not long,” he said. “We waited...but not long.” It rained.',
      ['“We wait … but not long,” he said.', '“We waited...but not long.”', 'It rained.'],
    ],
    ['a line break ends a sentence', 'Talks begin\nThe ministers met', ['Talks begin', 'The ministers met']],
    [
      'a number is not split',
      'Prices rose 3.5 percent to $2.50. No. 4 closed.',
      ['Prices rose 3.5 percent to $2.50.', 'No. 4 closed.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('token positions', () => {
  const isExact = (text: string): boolean =>
    read(text).every(({ tokens }) =>
      tokens.every((token) => text.slice(token.start, token.end) === token.text),
    );

  test.each([
    ['an emoji', 'He said 😀 and 👩‍🚀 left on Monday.'],
    ['no-break spaces, tabs and runs of spaces', 'It began\u00a0on\tMonday   and  ended.'],
    ['contractions in either apostrophe', "They can't, won’t and couldn't; it’s U.S.-led."],
    ['a long address', `See https://example.org/${'path/'.repeat(40)} on Monday.`],
  ])('are exact with %s', (_, text) => {
    expect(isExact(text)).toBe(true);
    expect(read(text).flatMap(({ tokens }) => tokens.map((token) => token.text))).not.toEqual([]);
  });

  test('are exact, rising and without overlap in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = read(text).flatMap((sentence) => sentence.tokens);
        expect(isExact(text)).toBe(true);
        for (const [index, token] of tokens.entries())
          expect(token.start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  test.each(['A', 'a.', '“(', 'word ', '-a'])('are found in very many characters of "%s"', (unit) => {
    expect(read(unit.repeat(usualOrLong(200_000, 2_000_000) / unit.length)).length).toBeGreaterThan(0);
  });
});
