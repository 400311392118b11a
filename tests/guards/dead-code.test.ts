import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlantedTree, plantTree } from './planted-tree.ts';

const PLANTED = {
  'src/launcher.js': "void import('./cli.ts');\n",
  'src/cli.ts': "import { used } from './answers.ts';\nimport { z } from 'enhanced-resolve';\n\nused(z);\n",
  'src/answers.ts':
    'export const used = (value: unknown): unknown => value;\nexport const unused = 1;\nexport interface Unused {\n  readonly one: 1;\n}\n',
  'src/dead.ts': 'export const dead = 1;\n',
};

interface Finding {
  readonly name: string;
}

interface Report {
  readonly issues: readonly {
    readonly file: string;
    readonly files: readonly Finding[];
    readonly exports: readonly Finding[];
    readonly types: readonly Finding[];
    readonly unlisted: readonly Finding[];
    readonly dependencies: readonly Finding[];
  }[];
}

let tree: PlantedTree;
let report: Report;
let exitCode: number;

beforeAll(async () => {
  tree = await plantTree(PLANTED);
  const verdict = await tree.runCheck('check:dead-code', '--reporter', 'json');
  exitCode = verdict.exitCode;
  report = JSON.parse(verdict.stdout);
});

afterAll(() => tree.remove());

const namesOf = (file: string, kind: 'files' | 'exports' | 'types' | 'unlisted' | 'dependencies'): string[] =>
  report.issues
    .filter((issue) => issue.file === file)
    .flatMap((issue) => issue[kind].map(({ name }) => name));

test('a tree with dead code is refused', () => {
  expect(exitCode).toBe(1);
});

test('an export that nobody imports is found', () => {
  expect(namesOf('src/answers.ts', 'exports')).toEqual(['unused']);
});

test('a type that nobody imports is found', () => {
  expect(namesOf('src/answers.ts', 'types')).toEqual(['Unused']);
});

test('a file that nobody imports is found', () => {
  expect(namesOf('src/dead.ts', 'files')).toEqual(['src/dead.ts']);
});

test('a package that package.json does not name is found', () => {
  expect(namesOf('src/cli.ts', 'unlisted')).toEqual(['enhanced-resolve']);
});

test('a package that nobody imports is found', () => {
  expect(namesOf('package.json', 'dependencies')).toContain('chrono-node');
});
