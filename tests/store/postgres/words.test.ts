import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { searchExpressionOf, searchVectorOf, wordsOf } from '../../../src/store/postgres/search/words.ts';
import { buildEvent, buildMention } from '../build-event.ts';

/** The words of texts by SQLite's tokenizer, as the other back end has them. */
function wordsBySqlite(texts: readonly string[]): readonly (readonly string[])[] {
  const database = new Database(':memory:');
  database.exec(`
    CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)`);
  const insert = database.prepare<[number, string]>('INSERT INTO t (rowid, x) VALUES (?, ?)');
  database.transaction(() => {
    for (const [index, text] of texts.entries()) insert.run(index, text);
  })();
  const words: string[][] = texts.map(() => []);
  const rows = database.prepare<[], { doc: number; term: string }>(
    'SELECT doc, term FROM v ORDER BY doc, offset',
  );
  for (const { doc, term } of rows.iterate()) words[doc]?.push(term);
  database.close();
  return words;
}

/** Latin, Greek, Cyrillic, Hebrew and Arabic letters, and marks, signs and punctuation between them. */
const BLOCKS = [
  [0x01, 0x24f],
  [0x2b0, 0x36f],
  [0x384, 0x3ff],
  [0x400, 0x527],
  [0x5d0, 0x5ea],
  [0x61e, 0x6ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2064],
  [0x2070, 0x20b9],
  [0x2190, 0x21ff],
  [0x4e00, 0x4fff],
] as const;

/** SQLite removes no mark of these two letters, which have two. */
const EXCEPTIONS = new Set(['Ǡ', 'ǡ']);

test('a text has the words that SQLite finds in it, character by character', () => {
  const characters = BLOCKS.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  ).filter((character) => !EXCEPTIONS.has(character) && !/\p{Cn}/u.test(character));
  const texts = characters.map((character) => `x${character}y`);
  const expected = wordsBySqlite(texts);
  const wrong = texts.flatMap((text, index) =>
    wordsOf(text).join(' ') === expected[index]?.join(' ')
      ? []
      : [`${text}: ${expected[index]} ${wordsOf(text)}`],
  );
  expect(wrong).toEqual([]);
});

test('whole sentences have the words that SQLite finds in them', () => {
  const texts = [
    'Zürich’s “red line” in the U.S.: 3.5 % of €1,200 — e-mail a.b@c.example',
    'São Paulo, Łódź, Ærø, İstanbul, straße, ĲSSELMEER',
    'Δελφοί, Київ, Йошкар-Ола, القاهرة, 東京',
    'cafe\u0301 nai\u0308ve',
  ];
  expect(texts.map(wordsOf)).toEqual(wordsBySqlite(texts));
});

test.each([
  ["Harbour's", "('harbour' <-> 's')"],
  ['"new bridge"', "('new') & ('bridge')"],
  ['bridge bridge', "('bridge')"],
  ['— ! *', null],
  ["a:b & !c | 'd'", "('a' <-> 'b') & ('c') & ('d')"],
])('%s asks for %s', (text, expected) => {
  expect(searchExpressionOf(text)).toBe(expected);
});

test('an event has its words in the order of their bytes, those of the title before those of the quotes', () => {
  const event = buildEvent('a', {
    title: 'Zoo opens',
    mentions: [buildMention('a', { sentence: 'The zoo opens, a zoo for all.' })],
  });
  expect(searchVectorOf(event)).toBe("'a':7B 'all':10B 'for':9B 'opens':2A,6B 'the':4B 'zoo':1A,5B,8B");
});

test('a character of two code units comes behind all others, as its bytes do', () => {
  const event = buildEvent('a', { title: '\u{20000} \uf900 z', mentions: [] });
  expect(searchVectorOf(event)).toBe("'z':3A '\uf900':2A '\u{20000}':1A");
});
