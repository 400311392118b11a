import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runDateline } from '../support/run-dateline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test.each<[why: string, args: readonly string[], stderr: string]>([
  ['an unknown command', ['taag'], "error: unknown command 'taag'\n(Did you mean tag?)\n"],
  [
    'a port that is none',
    ['serve', '--port', 'http'],
    'dateline: PORT: "http" must be a whole number from 0 to 65535\n',
  ],
])('%s ends with code 2 and one clear complaint', async (_, args, stderr) => {
  expect(await runDateline(args)).toEqual({ code: 2, signal: null, stdout: '', stderr });
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
