import { readFile } from 'node:fs/promises';
import { matchesGlob, posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROJECTS } from '../../vitest.config.ts';
import { listRepositoryFiles } from './repository-files.ts';

/** Modules that start programs, open ports or render pages, and the helpers of tests that do it by other modules. */
const NOT_PURE =
  /^(?:node:)?(?:child_process|cluster|http|http2|https|net|worker_threads)$|^(?:fastify|pg|playwright-core|ws)$/;
const STARTS_APP = 'src/api/app.ts';

/** Imports for their values; a type does nothing. */
const IMPORT =
  /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gms;

const matchesAny = (path: string, globs: readonly string[]): boolean =>
  globs.some((glob) => matchesGlob(path, glob));

const projectsOf = (path: string): readonly string[] =>
  PROJECTS.flatMap(({ name, include, exclude }) =>
    matchesAny(path, include) && !matchesAny(path, exclude) ? [name] : [],
  );

const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(IMPORT)].map(([, ...paths]) => paths.find((path) => path !== undefined) ?? '');

/** The imports of a test file, and of the test helpers behind it, that a pure test may not have. */
function impuritiesOf(path: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of importsOf(texts.get(file) ?? '')) {
      const target = name.startsWith('.') ? posix.join(posix.dirname(file), name) : name;
      if (NOT_PURE.test(target) || target === STARTS_APP) found.add(`${file}: ${name}`);
      visit(target);
    }
  };
  visit(path);
  return [...found];
}

let texts: ReadonlyMap<string, string>;
let testFiles: readonly string[];

beforeAll(async () => {
  const files = (await listRepositoryFiles())
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^tests\/.*\.ts$/.test(path));
  texts = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
  testFiles = files.filter((path) => path.endsWith('.test.ts'));
});

test('every test file is in one project, and every project has test files', () => {
  expect(testFiles.filter((path) => projectsOf(path).length !== 1)).toEqual([]);
  expect([...new Set(testFiles.flatMap(projectsOf))].sort()).toEqual(PROJECTS.map(({ name }) => name).sort());
});

test.each([
  ['tests/domain/period.test.ts', 'pure'],
  ['tests/cli/read-lines.test.ts', 'pure'],
  ['tests/api/rest/events.test.ts', 'http'],
  ['tests/reliability/deep-requests.test.ts', 'http'],
  ['tests/cli/serve.process.test.ts', 'process'],
  ['tests/api/any-process.process.test.ts', 'process'],
  ['tests/api/pages.browser.test.ts', 'browser'],
  ['tests/guards/lint.test.ts', 'guards'],
  ['tests/store/any.postgres.test.ts', 'postgres'],
  ['tests/api/any.postgres.test.ts', 'postgres'],
])('%s belongs to %s', (path, project) => {
  expect(projectsOf(path)).toEqual([project]);
});

test('a pure test starts no program and opens no port', () => {
  const pure = testFiles.filter((path) => projectsOf(path).includes('pure'));
  expect(pure.flatMap((path) => impuritiesOf(path, texts))).toEqual([]);
});

describe('an import that a pure test may not have is found', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['of a module of Node', { 'tests/a.test.ts': "import { spawn } from 'node:child_process';" }],
    ['of a server', { 'tests/a.test.ts': "import {\n  createServer,\n} from 'node:http';" }],
    ['of the app', { 'tests/b/a.test.ts': "import { buildApp } from '../../src/api/app.ts';" }],
    ['made later', { 'tests/a.test.ts': "const { chromium } = await import('playwright-core');" }],
    [
      'by another file',
      {
        'tests/b/a.test.ts': "import { run } from '../c.ts';",
        'tests/c.ts': "import 'node:worker_threads';",
      },
    ],
  ])('%s', (_, planted) => {
    const [path = ''] = Object.keys(planted);
    expect(impuritiesOf(path, new Map(Object.entries(planted)))).toHaveLength(1);
  });

  test('but the import of a type is none', () => {
    const planted = new Map([['tests/a.test.ts', "import type { Server } from 'node:http';"]]);
    expect(impuritiesOf('tests/a.test.ts', planted)).toEqual([]);
  });
});
