import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('draw-accounts.ts', import.meta.url));
const FERRY = 'Zora Hart has sold the ferry. The council fined her on 3 May 2021. She paid on 5 May 2021.';
const MILL = 'Ivo Brandt closed the mill on Monday.';

async function articleFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'ferry.md'), `---\npublishedOn: 2021-12-20\n---\n${FERRY}\n`);
  await writeFile(
    join(folder, 'mill.jsonl'),
    `${JSON.stringify({ id: 'mill', dct: '2021-12-21', text: MILL })}\n`,
  );
  return folder;
}

/** Runs the program in `folder`, to which relative paths refer. */
function drawAccounts(folder: string, ...args: readonly string[]) {
  const env = { ...COMPILE_CACHE, PATH: process.env['PATH'], INIT_CWD: folder };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, [PROGRAM, ...args], { env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test('the same seed prints the same accounts', async () => {
  const folder = await articleFolder();
  const [first, again] = [
    await drawAccounts(folder, 'ferry.md', 'mill.jsonl', '--number', '2', '--seed', '5'),
    await drawAccounts(folder, 'ferry.md', 'mill.jsonl', '--number', '2', '--seed', '5'),
  ];
  expect(first.stdout).toMatch(/^2 of 4 accounts from 2 articles, seed 5\n/);
  expect(again).toEqual(first);
});

test('an account stands beside its sentence and the one before, and a lead is marked', async () => {
  const { stdout } = await drawAccounts(await articleFolder(), 'ferry.md');
  expect(stdout).toContain(`1  ferry.md  LEAD
  sentence    Zora Hart has sold the ferry.
`);
  expect(stdout).toContain(`2  ferry.md
  before      Zora Hart has sold the ferry.
  sentence    The council fined her on 3 May 2021.
`);
});

test('a document of eval:timex is read as written on its day', async () => {
  const { stdout } = await drawAccounts(await articleFolder(), 'mill.jsonl', '--json');
  expect(JSON.parse(stdout)).toMatchObject([
    { article: 'mill', sentence: MILL, date: { edtf: '2021-12-20' }, anchor: { date: '2021-12-21' } },
  ]);
});

test.each([
  [[], 'a FOLDER or a FILE is needed'],
  [['ferry.md', '--number', '0'], '--number is "0" but must be a whole number from 1'],
  [['ferry.md', '--fast'], "Unknown option '--fast'"],
  [['none.jsonl'], 'cannot read '],
])('a call that cannot be answered ends in one line: %j', async (args, message) => {
  const { code, stdout, stderr } = await drawAccounts(await articleFolder(), ...args);
  expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 1, stdout: '', lines: 2 });
  expect(stderr).toContain(`eval:accounts: ${message}`);
});

test('an input that is refused is named, and the others are read', async () => {
  const { code, stdout, stderr } = await drawAccounts(await articleFolder(), 'none.md', 'mill.jsonl');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'eval:accounts: none.md: no such file or folder\n' });
  expect(stdout).toMatch(/^1 of 1 account from 1 article, seed 1\n/);
});
