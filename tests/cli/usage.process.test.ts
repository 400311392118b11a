import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runDateline } from '../support/run-dateline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test.each<[why: string, args: readonly string[], stderr: string]>([
  ['an unknown command', ['taag'], "error: unknown command 'taag'\n(Did you mean tag?)\n"],
  ['an unknown option', ['verify', '--jsonn'], "error: unknown option '--jsonn'\n(Did you mean --json?)\n"],
  ['a missing argument', ['explain'], "error: missing required argument 'id'\n"],
  [
    'a day that does not exist',
    ['resolve', 'x', '--anchor', '2021-02-30'],
    "error: option '--anchor <day>' argument '2021-02-30' is invalid. It must be a day of the calendar, as YYYY-MM-DD.\n",
  ],
  [
    'a mode that does not exist',
    ['resolve', 'x', '--mode', 'fiction'],
    "error: option '--mode <mode>' argument 'fiction' is invalid. It must be one of NEWS, NARRATIVE.\n",
  ],
  [
    'standard input of unknown format',
    ['ingest', '-'],
    'error: standard input needs --format (txt, md, html, json, ndjson)\n',
  ],
  [
    'a port that is none',
    ['serve', '--port', 'http'],
    'dateline: PORT: "http" must be a whole number from 0 to 65535\n',
  ],
])('%s ends with code 2 and one clear complaint', async (_, args, stderr) => {
  expect(await runDateline(args)).toEqual({ code: 2, signal: null, stdout: '', stderr });
});

test('no command at all shows the help and ends with code 2', async () => {
  const run = await runDateline([]);
  expect({ code: run.code, start: run.stderr.slice(0, 15) }).toEqual({ code: 2, start: 'Usage: dateline' });
});

test.each([
  'serve',
  'ingest',
  'query',
  'on-this-date',
  'export',
  'explain',
  'resolve',
  'tag',
  'edit',
  'merge',
  'split',
  'hide',
  'restore',
  'retract',
  'audit',
  'rederive',
  'token',
  'verify',
])('%s --help shows examples and explains the exit codes', async (command) => {
  const { code, stdout } = await runDateline([command, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`\nExamples:\n`);
  expect(stdout).toContain(`dateline ${command}`);
  expect(stdout).toContain('\nExit codes:\n  0  everything was done\n');
});

test('a command that only reads does not make a database out of a mistyped name', async () => {
  const folder = await temporaryFolder();
  const run = await runDateline(['query', '--db', 'missing.sqlite'], { folder });
  const file = join(folder, 'missing.sqlite');
  expect(run).toEqual({
    code: 1,
    signal: null,
    stdout: '',
    stderr: `dateline: there is no database at ${file}: run serve or ingest first\n`,
  });
});
