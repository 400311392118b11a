import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { annotate, goldLine } from './annotate.ts';

const PROGRAM = fileURLToPath(new URL('eval-timex.ts', import.meta.url));
const TALKS = 'Talks began on 3 May 2021 and ended yesterday.';
const FLOOD = 'The river rose in June 2020.';

/** `harbour.jsonl` has two documents; the resolver does not give the value of the first. `town.jsonl` has one document. */
async function goldFolder(): Promise<string> {
  const folder = await temporaryFolder();
  const talks = goldLine(
    'a',
    '2021-12-21',
    TALKS,
    ['3 May 2021', 'DATE', '2021-05-04'],
    ['yesterday', 'DATE', '2021-12-20'],
  );
  const flood = goldLine('b', '2021-12-21', FLOOD, ['June 2020', 'DATE', '2020-06']);
  await writeFile(join(folder, 'harbour.jsonl'), `${talks}\n\n${flood}\n`);
  await writeFile(join(folder, 'town.jsonl'), `${flood}\n`);
  const corrections = annotate(TALKS, ['3 May 2021', 'DATE', '2021-05-04']).map(({ start, end }) =>
    JSON.stringify({ id: 'a', start, end, correctedType: 'DATE', correctedValue: '2021-05-03' }),
  );
  await writeFile(join(folder, 'corrections.jsonl'), corrections.join('\n'));
  return folder;
}

/** Runs the program in `folder`, to which relative paths refer. */
function evalTimex(folder: string, ...args: readonly string[]) {
  const env = { ...COMPILE_CACHE, PATH: process.env['PATH'], INIT_CWD: folder };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, [PROGRAM, ...args], { env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

async function valueF1(folder: string, ...args: readonly string[]): Promise<Record<string, number>> {
  const { files, together } = JSON.parse((await evalTimex(folder, '.', '--json', ...args)).stdout);
  return Object.fromEntries(
    [...files, together].map(({ name, allTypes }) => [name, Number(allTypes.valueF1.toFixed(4))]),
  );
}

test('every file is scored alone and all together, by the number of their expressions', async () => {
  expect(await valueF1(await goldFolder())).toEqual({
    'harbour.jsonl': 0.6667,
    'town.jsonl': 1,
    together: 0.75,
  });
});

test('a half leaves out the other documents of every file', async () => {
  const folder = await goldFolder();
  expect(await valueF1(folder, '--half', 'A')).toEqual({
    'harbour.jsonl': 0.5,
    'town.jsonl': 1,
    together: 0.6667,
  });
  expect(await valueF1(folder, '--half', 'B')).toEqual({ 'harbour.jsonl': 1, 'town.jsonl': 0, together: 1 });
});

test('corrections put gold right, and are no gold themselves', async () => {
  const scores = await valueF1(await goldFolder(), '--corrections', 'corrections.jsonl');
  expect(scores).toEqual({ 'harbour.jsonl': 1, 'town.jsonl': 1, together: 1 });
});

test('gold against itself is 100 in every rate', async () => {
  const { stdout } = await evalTimex(await goldFolder(), '.', '--gold');
  const rates = stdout.match(/\d+\.\d\d/g) ?? [];
  expect([...new Set(rates)]).toEqual(['100.00']);
});

test('calendar dates alone leave out predictions that gold of dates cannot judge', async () => {
  const folder = await temporaryFolder();
  const line = goldLine('a', '2021-12-21', 'It recently burnt, in June 2020.', [
    'June 2020',
    'DATE',
    '2020-06',
  ]);
  await writeFile(join(folder, 'mill.jsonl'), line);
  expect(await valueF1(folder)).toEqual({ 'mill.jsonl': 0.6667, together: 0.6667 });
  expect(await valueF1(folder, '--calendar-only')).toEqual({ 'mill.jsonl': 1, together: 1 });
});

test('errors are listed by wording', async () => {
  const { stdout } = await evalTimex(await goldFolder(), 'harbour.jsonl', '--errors');
  expect(stdout).toMatch(
    /\n {3}1 {2}wrong value: 3 may 2021\n {6}a:15 DATE 2021-05-04, predicted DATE 2021-05-03\n$/,
  );
});

test('the report of a file counts the classes of its expressions', async () => {
  const { stdout } = await evalTimex(await goldFolder(), 'harbour.jsonl');
  expect(stdout).toMatch(/^full date +1 +1 +1 +0 +0\.00$/m);
});

test('the first line that is wrong is named, and nothing is scored', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'gold.jsonl'), `${goldLine('a', '2021-12-21', FLOOD)}\n{"id":\n{}\n`);
  expect(await evalTimex(folder, '.')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'eval:timex: gold.jsonl:2: not JSON\n',
  });
});

test.each([
  [[], 'exactly one FOLDER is needed'],
  [['.', '--half', 'C'], '--half is "C" but must be A or B'],
  [['.', '--fast'], "Unknown option '--fast'"],
  [['.'], 'no *.jsonl file in '],
  [['none'], 'cannot read '],
])('a call that cannot be answered ends in one line: %j', async (args, message) => {
  const { code, stdout, stderr } = await evalTimex(await temporaryFolder(), ...args);
  expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 1, stdout: '', lines: 2 });
  expect(stderr).toContain(`eval:timex: ${message}`);
});

test('--help says which half is for what', async () => {
  const { code, stdout } = await evalTimex(await temporaryFolder(), '--help');
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('--half A|B') });
});
