import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeConllu } from '../../src/parsing/conllu.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { SMALL_TREEBANK } from '../training/small-treebank.ts';

const PROGRAM = fileURLToPath(new URL('eval-parse.ts', import.meta.url));

/** Runs the program on a file of the folder that relative paths refer to. */
async function evalParse(...args: readonly string[]) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'small.conllu'), writeConllu(SMALL_TREEBANK));
  const env = { ...COMPILE_CACHE, PATH: process.env['PATH'], INIT_CWD: folder };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, [PROGRAM, ...args], { env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test('the first two lines are for given words and for our words, then come labels by their number', async () => {
  const { stdout } = await evalParse('small.conllu');
  expect(stdout.split('\n').slice(0, 6)).toEqual([
    'given words: UPOS 100.0 UAS 100.0 LAS 100.0',
    'our words: UPOS 100.0 UAS 100.0 LAS 100.0',
    '',
    'label  F1     gold  found',
    'det    100.0  60    60',
    'nsubj  100.0  30    30',
  ]);
});

test('the report is JSON for programs', async () => {
  const { stdout } = await evalParse('small.conllu', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    givenWords: { upos: 100, xpos: 100, uas: 100, las: 100 },
    ourWords: { upos: 100, xpos: 100, uas: 100, las: 100 },
    labels: expect.arrayContaining([{ label: 'obl', gold: 15, found: 15, f1: 100 }]),
  });
});

test('without a file it says how it is used', async () => {
  const { code, stderr } = await evalParse();
  expect(code).toBe(2);
  expect(stderr).toMatch(/^usage: npm run eval:parse -- FILE/);
});
