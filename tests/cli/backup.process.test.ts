import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runDateline } from '../support/run-dateline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a backup is made, restored and taken apart into articles by the command line', async () => {
  const folder = await temporaryFolder();
  const run = async (...args: readonly string[]) => runDateline(args, { folder });
  const text = 'Russia moved troops towards Ukraine on 3 December 2021.';
  await writeFile(join(folder, 'troops.txt'), text);
  await run('--db', 'a.sqlite', 'ingest', 'troops.txt');
  const copy = join(folder, 'copy.sqlite');
  expect(await run('--db', 'a.sqlite', 'backup', 'copy.sqlite')).toMatchObject({
    code: 0,
    stdout: `${copy}: complete and sound\n`,
  });
  expect(await run('--db', 'b.sqlite', 'restore', 'copy.sqlite')).toMatchObject({
    code: 0,
    stdout: 'restored: 1 article, 1 event, revision 1\n',
  });
  const again = ['ingest', 'troops.txt', '--anchor', '2022-01-01'];
  expect(await run('--db', 'b.sqlite?mode=ro', ...again)).toMatchObject({
    code: 1,
    stderr: 'troops.txt: the database can only be read\n',
  });
  const { stdout: articles } = await run('export-articles', 'b.sqlite');
  expect(JSON.parse(articles)).toEqual({
    title: null,
    publisher: null,
    url: null,
    publishedOn: null,
    language: 'en',
    basedOn: null,
    text,
  });
});

test('an event is restored with a reason alone, and a file that is no backup is refused', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'letter.txt'), 'a letter that is no database '.repeat(40));
  const run = async (...args: readonly string[]) => runDateline(args, { folder });
  expect(await run('restore', 'evt_0123')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("required option '--why <reason>' not specified"),
  });
  expect(await run('--db', 'a.sqlite', 'restore', 'letter.txt')).toMatchObject({ code: 3 });
  expect(await run('--db', 'a.sqlite', 'restore', 'missing.sqlite')).toMatchObject({
    code: 1,
    stderr: `dateline: there is no database at ${join(folder, 'missing.sqlite')}\n`,
  });
});

test('a copied file that has lost its articles is called empty, not sound', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'copied.sqlite'), '');
  expect(await runDateline(['verify', '--db', 'copied.sqlite'], { folder })).toMatchObject({
    stdout: 'empty: 0 articles, 0 events, revision 0\n',
  });
});
