import { describe, expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { corrected, isCorrections, readCorrections } from './corrections.ts';
import { halfOf } from './halves.ts';
import type { JsonlFile } from './jsonl-folder.ts';
import { readGold } from './read-gold.ts';

const TEXT = 'They met on Friday.';
const TIMEX = { start: 12, end: 18, text: 'Friday', type: 'DATE', value: '2021-12-17', mod: null };
const DOCUMENT = { id: 'a', dct: '2021-12-21', text: TEXT, timexes: [TIMEX] };

const fileOf = (...values: readonly unknown[]): JsonlFile => ({
  name: 'gold.jsonl',
  lines: values.map((value, index) => ({ place: `gold.jsonl:${index + 1}`, value })),
});

test('the day of a document counts, whatever its time', () => {
  expect(readGold(fileOf({ ...DOCUMENT, dct: '2021-12-21T23:30' }))[0]?.dct).toBe('2021-12-21');
});

describe('a line that is no gold is refused', () => {
  test.each([
    ['a list', [], /^gold\.jsonl:1: the line must be object$/],
    ['no text', { ...DOCUMENT, text: undefined }, /^gold\.jsonl:1: .*text/],
    ['a day that does not exist', { ...DOCUMENT, dct: '2021-02-30' }, /:1: \/dct "2021-02-30" is not a day/],
    ['an unknown type', { ...DOCUMENT, timexes: [{ ...TIMEX, type: 'DAY' }] }, /:1: \/timexes\/0\/type /],
    [
      'a fraction of a position',
      { ...DOCUMENT, timexes: [{ ...TIMEX, start: 1.5 }] },
      /:1: \/timexes\/0\/start /,
    ],
    [
      'a text from elsewhere',
      { ...DOCUMENT, timexes: [TIMEX, { ...TIMEX, start: 11 }] },
      /:1: \/timexes\/1 is not/,
    ],
  ])('%s', (_name, line, message) => {
    expect(() => readGold(fileOf(line))).toThrow(message);
  });

  test('an id that a line above has', () => {
    expect(() => readGold(fileOf(DOCUMENT, DOCUMENT))).toThrow('gold.jsonl:2: a second document "a"');
  });
});

describe('halves go by the place of a document among the sorted ids', () => {
  const documents = readGold(fileOf(...['d', 'B', 'c', 'e', 'a'].map((id) => ({ ...DOCUMENT, id }))));

  test.each([
    ['A', ['B', 'c', 'e']],
    ['B', ['a', 'd']],
  ] as const)('%s: %j', (half, ids) => {
    expect(halfOf(documents, half).map(({ id }) => id)).toEqual(ids);
  });
});

describe('corrections', () => {
  const line = { id: 'a', start: 12, end: 18, correctedType: 'DURATION', correctedValue: 'P1D' };

  test('are known by their first line', () => {
    expect([fileOf(line), fileOf(DOCUMENT), fileOf()].map(isCorrections)).toEqual([true, false, false]);
  });

  test('replace type and value at their very place', () => {
    const [document] = corrected(readGold(fileOf(DOCUMENT)), readCorrections(fileOf(line)));
    expect(document?.timexes).toEqual([{ ...TIMEX, type: 'DURATION', value: 'P1D' }]);
  });

  test.each([{ id: 'b' }, { start: 11 }, { end: 19 }])('leave alone what is elsewhere: %j', (other) => {
    const [document] = corrected(readGold(fileOf(DOCUMENT)), readCorrections(fileOf({ ...line, ...other })));
    expect(document?.timexes).toMatchObject(annotate(TEXT, ['Friday', 'DATE', '2021-12-17']));
  });
});
