import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listRepositoryFiles } from './repository-files.ts';

const VAGUE_NAME = /^(?:type|index)\.ts$|(?:^|-)(?:utils?|helpers?|common|types|misc|shared)\.ts$/;

const topOf = (path: string): string | undefined => /^([^.][^/]*)\//.exec(path)?.[1];

test('the top level has the seven folders that the layout names', async () => {
  const tops = (await listRepositoryFiles()).map(topOf).filter((top) => top !== undefined);
  expect([...new Set(tops)].sort()).toEqual([
    'docs',
    'examples',
    'migrations',
    'schema',
    'seeds',
    'src',
    'tests',
  ]);
});

test('no file of the program has a name that could hold anything', async () => {
  const files = (await listRepositoryFiles()).filter((path) => /^(src|tests)\//.test(path));
  expect(files.filter((path) => VAGUE_NAME.test(basename(path)))).toEqual([]);
});

/** Folders that may be wide, because each holds one kind of file. */
const WIDE = ['src/temporal/rules', 'src/api/graphql/resolvers', 'src/cli/commands'];
const MOST_FILES = 20;

/** Folders with too many files of their own. */
function crowded(files: readonly string[]): readonly string[] {
  const counts = Map.groupBy(files, dirname);
  return [...counts]
    .filter(([folder, { length }]) => length > MOST_FILES && !WIDE.includes(folder))
    .map(([folder]) => folder);
}

describe('no folder of the program holds more than 20 files of its own', () => {
  test('here', async () => {
    expect(crowded((await listRepositoryFiles()).filter((path) => path.startsWith('src/')))).toEqual([]);
  });
  test('a folder of 21 is seen, one of 20 and one of a single kind are let through', () => {
    const filled = (folder: string, count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `${folder}/file-${index}.ts`);
    expect(
      crowded([...filled('src/cli', 21), ...filled('src/store', 20), ...filled('src/temporal/rules', 40)]),
    ).toEqual(['src/cli']);
  });
});

describe('a name that could hold anything is recognized', () => {
  test.each(['utils.ts', 'date-utils.ts', 'helper.ts', 'common.ts', 'types.ts', 'index.ts'])('%s', (name) => {
    expect(name).toMatch(VAGUE_NAME);
  });
  test.each(['event-type.ts', 'store-contract.ts', 'reindex.ts'])('%s is let through', (name) => {
    expect(name).not.toMatch(VAGUE_NAME);
  });
});

test('a migration is named by four digits, counted from 0001, and a verb phrase', async () => {
  const files = (await listRepositoryFiles()).filter((path) => /^migrations\/sqlite\/.*\.sql$/.test(path));
  const numbers = files.map((path) => /^(\d{4})(?:_[a-z]+){2,}\.sql$/.exec(basename(path))?.[1]);
  expect(numbers).toEqual(files.map((_, index) => String(index + 1).padStart(4, '0')));
});
