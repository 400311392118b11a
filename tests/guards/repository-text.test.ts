import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { listRepositoryFiles } from './repository-files.ts';

interface TextRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** The files that the rule holds for. */
  readonly files: RegExp;
  readonly planted: readonly string[];
  readonly allowed: readonly string[];
}

const SQL = /^(?:migrations\/.*\.sql|src\/store\/.*\.ts)$/;

const RULES: readonly TextRule[] = [
  {
    name: 'names a folder of some machine',
    pattern: /(?<![\w.$}/])\/(?:home|root|work|Users)\/\w|\b[A-Z]:\\\w/,
    files: /./,
    planted: ['see /home/ann/notes.txt', "'/Users/ann'", 'in C:\\Temp'],
    allowed: ['https://example.org/home/page', '/v1/events', '/app/dist'],
  },
  {
    name: 'names a package registry',
    pattern: /registry\.(?:npmjs|yarnpkg|npmmirror)\./,
    files: /./,
    planted: ['"resolved": "https://registry.yarnpkg.com/x"'],
    allowed: ['the package registry'],
  },
  {
    name: 'makes a path of a file: URL by hand, which gives /C:/… on Windows',
    pattern: /\bimport\.meta\.(?:url|resolve\([^)]*\)),?\s*\)*\s*\.(?:pathname|slice|replace)\b/,
    files: /\.(?:ts|js|cjs)$/,
    planted: [
      "new URL('seeds', import.meta.url).pathname",
      "new URL(import.meta.resolve('chrono-node')).pathname",
      'import.meta.url.slice(7)',
    ],
    allowed: ["fileURLToPath(new URL('seeds', import.meta.url))", 'new URL(request.url).pathname'],
  },
  {
    name: 'has unfinished work without the number of its issue',
    pattern: /(?<!@)\b(?:TODO|FIXME|XXX|HACK|TBD)\b|@TODO(?!\(#\d+\))|\blorem ipsum\b/,
    files: /^(?!package-lock\.json$)/,
    planted: ['// TODO later', '// @TODO later', '// FIXME', 'lorem ipsum'],
    allowed: ['// @TODO(#12) later', '2021-WXX', 'XXXX-12'],
  },
  {
    name: 'leaves something to chance where functions are pure',
    pattern: /\bMath\s*\.\s*random\b/,
    files: /^src\/(?:domain|temporal|ingestion)\//,
    planted: ['const id = Math.random();'],
    allowed: ['const id = random(seed);'],
  },
  {
    name: 'selects columns that it does not name',
    pattern: /\bSELECT\s+(?:\w+\.)?\*\s+FROM\s+(?!\()/i,
    files: SQL,
    planted: ['SELECT * FROM events', 'SELECT e.* FROM events e'],
    allowed: ['SELECT count(*) FROM events', 'SELECT * FROM (SELECT id FROM events)'],
  },
  {
    name: 'pages by counting rows, or takes a range with both ends in it',
    pattern: /\bOFFSET\b|\bBETWEEN\s+[?:@$]/,
    files: SQL,
    planted: ['LIMIT 20 OFFSET 40', 'WHERE day BETWEEN ? AND ?'],
    allowed: ['WHERE (day, id) > (?, ?) ORDER BY day, id LIMIT ?'],
  },
  {
    name: 'makes a table that takes any type',
    pattern: /CREATE TABLE \w+ \([^;]*\)\s*(?:WITHOUT ROWID)?;/,
    files: /^migrations\/sqlite\//,
    planted: ['CREATE TABLE a (b TEXT);', 'CREATE TABLE a (\n  b TEXT PRIMARY KEY\n) WITHOUT ROWID;'],
    allowed: ['CREATE TABLE a (b TEXT) STRICT;', 'CREATE VIRTUAL TABLE a USING fts5 (b);'],
  },
];

/** This file holds the words that it forbids. */
const EXEMPT = 'tests/guards/repository-text.test.ts';

let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
  const files = (await listRepositoryFiles()).filter((file) => file !== EXEMPT && !/\.png$/.test(file));
  texts = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
});

describe.each(RULES)('no file $name', ({ pattern, files, planted, allowed }) => {
  test('in the repository', () => {
    const guilty = [...texts].filter(([file, text]) => files.test(file) && pattern.test(text));
    expect(guilty.map(([file, text]) => `${file}: ${pattern.exec(text)?.[0]}`)).toEqual([]);
  });

  test.each(planted)('%j is found', (text) => expect(text).toMatch(pattern));

  test.each(allowed)('%j is let through', (text) => expect(text).not.toMatch(pattern));
});

test('the files of every folder are read, and those of the top', () => {
  expect([...texts.keys()]).toEqual(expect.arrayContaining(['src/cli.ts', 'README.md', 'package-lock.json']));
});
