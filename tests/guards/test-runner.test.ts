import { spawnSync } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type PlantedTree, plantTree } from './planted-tree.ts';

const ALL_RIGHT = {
  'check:types': 'exit 0',
  'check:script': 'exit 0',
  'check:lint': 'exit 0',
  'check:architecture': 'exit 0',
  'check:dead-code': 'exit 0',
  'test:unit': 'vitest run',
};

const TWO_RIGHT =
  "import { expect, test } from 'vitest';\n\ntest('a', () => expect(1).toBe(1));\ntest('b', () => expect(2).toBe(2));\n";
const ONE_WRONG = "import { expect, test } from 'vitest';\n\ntest('c', () => expect(1).toBe(2));\n";
const NOT_LOADABLE = "import './gone.ts';\n";
const KILLED = 'node --eval "process.kill(process.pid, 9)"';

let tree: PlantedTree | undefined;

afterEach(() => tree?.remove());

/** Runs the checks of a planted package. Returns the last line of the output and the exit code. */
async function runChecks(
  scripts: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): Promise<readonly [lastLine: string | undefined, exitCode: number | null]> {
  const { stdout, status } = await runNpmTest(scripts, files);
  return [stdout.trimEnd().split('\n').at(-1), status];
}

async function runNpmTest(
  scripts: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
) {
  tree = await plantTree(files);
  await cp('.ci', join(tree.root, '.ci'), { recursive: true });
  await rm(join(tree.root, 'tsconfig.json'));
  await writeFile(join(tree.root, 'package.json'), JSON.stringify({ type: 'module', scripts }));
  return spawnSync(process.execPath, ['.ci/test.js'], { cwd: tree.root, encoding: 'utf8' });
}

test('every check and every test counts as one', async () => {
  expect(await runChecks(ALL_RIGHT, { 'tests/right.test.ts': TWO_RIGHT })).toEqual(['7 passed, 0 failed', 0]);
});

test('a failed check, a failed test and a test file that does not load count as one failure each', async () => {
  const scripts = { ...ALL_RIGHT, 'check:lint': 'exit 3' };
  const files = {
    'tests/right.test.ts': TWO_RIGHT,
    'tests/wrong.test.ts': ONE_WRONG,
    'tests/broken.test.ts': NOT_LOADABLE,
  };
  expect(await runChecks(scripts, files)).toEqual(['6 passed, 3 failed', 1]);
});

test('a crash of the test runner counts as a failure', async () => {
  expect(await runChecks({ ...ALL_RIGHT, 'test:unit': KILLED }, {})).toEqual(['5 passed, 1 failed', 1]);
});

test('a skipped test counts as none, and is listed with its reason', async () => {
  const skipped =
    "import { test } from 'vitest';\n\ntest('d', ({ skip }) => skip('there is no moon'));\ntest('e', () => {});\n";
  const { stdout } = await runNpmTest(ALL_RIGHT, { 'tests/skipped.test.ts': skipped });
  expect(stdout).toContain('\nskipped: d: there is no moon\n');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('6 passed, 0 failed');
});

test('an error outside of any test counts as a failure', async () => {
  const files = {
    'tests/late.test.ts': `${TWO_RIGHT}void Promise.reject(new Error('nobody waits for this'));\n`,
  };
  expect(await runChecks(ALL_RIGHT, files)).toEqual(['7 passed, 1 failed', 1]);
});
