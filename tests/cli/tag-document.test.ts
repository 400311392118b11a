import { expect, test } from 'vitest';
import { readTagDocument, type TagLine } from '../../src/cli/input/tag-document.ts';

const read = (line: string): TagLine => readTagDocument(Buffer.from(line));
const dctOf = (dct: string): unknown => {
  const line = read(JSON.stringify({ id: 1, dct, text: '' }));
  return line.kind === 'document' ? line.dct : line;
};

test.each([
  '2021-12-21',
  '2021-12-21T10:00',
  '2021-12-21T10:00:00Z',
  '2021-12-21T23:59:59.999+05:30',
  '2021-12-21t10:00:00z',
  '2021-12-21 10:00:00 +0300',
])('the day of the creation time %s is 21 December 2021, in any time zone', (dct) => {
  expect(dctOf(dct)).toBe('2021-12-21');
});

test.each(['', '2021', '21.12.2021', '2021-02-30', '2021-12-21x', '2021-12-21T', 'Tuesday'])(
  'the creation time "%s" is refused',
  (dct) => {
    expect(dctOf(dct)).toEqual({
      kind: 'rejected',
      reason: `dct "${dct}" is no date, nor a date and time, as in ISO 8601`,
    });
  },
);

test.each([
  ['{', 'not JSON'],
  ['[]', 'id is not a string or a number'],
  ['null', 'not a JSON object'],
  ['{"dct":"2021-12-21","text":""}', 'id is not a string or a number'],
  ['{"id":"a","dct":20211221,"text":""}', 'dct is not a string'],
  ['{"id":"a","dct":"2021-12-21"}', 'text is not a string'],
])('the line %s is refused: %s', (line, reason) => {
  expect(read(line)).toEqual({ kind: 'rejected', reason });
});

test('a blank line is no document', () => {
  expect(read(' \t')).toEqual({ kind: 'blank' });
});

test('a line that is not UTF-8 is refused', () => {
  expect(readTagDocument(Buffer.from([0x22, 0xff, 0x22]))).toEqual({ kind: 'rejected', reason: 'not UTF-8' });
});
