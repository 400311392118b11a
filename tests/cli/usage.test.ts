import { expect, test } from 'vitest';
import { answerUsage } from '../support/answer-usage.ts';

test.each<[why: string, args: readonly string[], stderr: string]>([
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
])('%s ends with code 2 and one clear complaint', async (_, args, stderr) => {
  expect(await answerUsage(args)).toEqual({ code: 2, stdout: '', stderr });
});

test('no command at all shows the help and ends with code 2', async () => {
  const run = await answerUsage([]);
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
  'purge',
  'audit',
  'rederive',
  'token',
  'verify',
  'backup',
  'export-articles',
])('%s --help shows examples and explains the exit codes', async (command) => {
  const { code, stdout } = await answerUsage([command, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`\nExamples:\n`);
  expect(stdout).toContain(`dateline ${command}`);
  expect(stdout).toContain('\nExit codes:\n  0  everything was done\n');
});
