import { expect, test } from 'vitest';
import { readFile, readOne, rejectionsOf } from './read-one.ts';

const BODY = 'The talks ended on Friday.';

test('a text keeps everything but its byte order mark and the CR of its CRLF', () => {
  const bytes = new TextEncoder().encode(`\uFEFF  First\r\n\r\nSecond\rthird \u00A0\uFEFF“fourth”\n`);
  expect(readOne('a.txt', bytes).text).toBe('  First\n\nSecond\rthird \u00A0\uFEFF“fourth”\n');
});

test('a text says nothing about itself and is taken for English', () => {
  expect(readOne('reports/a.txt', BODY)).toEqual({
    text: BODY,
    file: 'a.txt',
    title: null,
    publisher: null,
    url: null,
    publishedOn: null,
    language: 'en',
    basedOn: null,
  });
});

test('standard input has no file name and is plain text unless its format is given', () => {
  expect(readOne(null, `---\n${BODY}`)).toMatchObject({ file: null, text: `---\n${BODY}` });
});

test.each<readonly [string, readonly number[], string]>([
  ['a lone continuation byte', [0x41, 0x42, 0x80], 'not UTF-8: bad byte 0x80 at offset 2'],
  ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x0a], 'not UTF-8: bad byte 0xE9 at offset 3'],
  ['after characters of several bytes', [0xe2, 0x80, 0x9c, 0xff], 'not UTF-8: bad byte 0xFF at offset 3'],
  ['after a real replacement character', [0xef, 0xbf, 0xbd, 0xc0], 'not UTF-8: bad byte 0xC0 at offset 3'],
  ['a character cut off at the end', [0x41, 0xe2, 0x80], 'not UTF-8: bad byte 0xE2 at offset 1'],
  ['a surrogate in UTF-8', [0xed, 0xa0, 0x80], 'not UTF-8: bad byte 0xED at offset 0'],
  ['a NUL', [0x41, 0x00, 0x42], 'not a text: NUL character at position 1'],
])('bytes that are no UTF-8 text are rejected with their place: %s', (_, bytes, reason) => {
  expect(rejectionsOf('a.txt', Uint8Array.from(bytes))).toEqual([`a.txt: ${reason}`]);
});

test.each<readonly [string, string, readonly number[]]>([
  ['a byte order mark', 'A é', [0xff, 0xfe, 0x41, 0, 0x20, 0, 0xe9, 0]],
  ['another byte order mark', 'A é', [0xfe, 0xff, 0, 0x41, 0, 0x20, 0, 0xe9]],
])('a text is read in the charset that %s declares', (_, text, bytes) => {
  expect(readOne('a.txt', Uint8Array.from(bytes)).text).toBe(text);
});

test.each<readonly [string, string, readonly number[]]>([
  ['iso-8859-1', 'A “é”', [0x41, 0x20, 0x93, 0xe9, 0x94]],
  ['Windows-1252', 'A €', [0x41, 0x20, 0x80]],
  ['koi8-r', 'A Я', [0x41, 0x20, 0xf1]],
])('a text is read in the charset that came with it: %s', (charset, text, bytes) => {
  expect(readOne('a.txt', Uint8Array.from(bytes), { charset }).text).toBe(text);
});

test.each([
  ['martian', 'unknown charset "martian"'],
  ['shift_jis', 'not shift_jis, as which it is declared'],
  ['utf-8', 'not UTF-8: bad byte 0xE9 at offset 1'],
])('bytes that are not in the charset that came with them are rejected: %s', (charset, reason) => {
  expect(rejectionsOf('a.txt', Uint8Array.from([0x41, 0xe9]), { charset })).toEqual([`a.txt: ${reason}`]);
});

test('JSON is UTF-8, whatever its mark says', () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 0x41, 0x00]);
  expect(rejectionsOf('a.json', bytes)).toEqual(['a.json: not UTF-8: the byte order mark is that of UTF-16']);
});

test('the first bad byte is found far inside a long text', () => {
  const bytes = new Uint8Array(1_500_000).fill(0x61);
  bytes[1_200_001] = 0xff;
  expect(rejectionsOf('a.txt', bytes)).toEqual(['a.txt: not UTF-8: bad byte 0xFF at offset 1200001']);
});

test.each(['', ' \r\n\t ', '\uFEFF', '\u200B\n\u00A0'])(
  'a text of nothing to read is rejected: %j',
  (text) => {
    expect(rejectionsOf('a.txt', text)).toEqual(['a.txt: the text is empty']);
  },
);

test('the limit counts bytes and is itself allowed', () => {
  expect(readOne('a.txt', '“on Friday”', { maxBytes: 15 }).text).toBe('“on Friday”');
  expect(readFile('a.txt', '“on Friday”', { maxBytes: 14 })).toEqual([
    {
      kind: 'rejected',
      name: 'a.txt',
      code: 'ARTICLE_TOO_LARGE',
      reason: '15 bytes, more than the 14 allowed',
    },
  ]);
});

test('a suffix that is no known format is rejected with the formats there are', () => {
  expect(rejectionsOf('a.docx', BODY)).toEqual([
    'a.docx: unknown format (known are txt, md, html, json, ndjson)',
  ]);
});

test('a format that is given beats the suffix', () => {
  expect(readOne('a.docx', BODY, { format: 'txt' }).text).toBe(BODY);
});
