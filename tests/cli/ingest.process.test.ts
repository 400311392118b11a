import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Run, runDateline } from '../support/run-dateline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CALL = 'Joe Biden spoke with Vladimir Putin on Tuesday.\n';
const MEETING = 'NATO ministers will meet in Brussels in January.\n';

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

const ok = (stdout: string): Run => ({ code: 0, signal: null, stdout, stderr: '' });

const exportOf = async (folder: string): Promise<readonly Record<string, unknown>[]> => {
  const { stdout } = await runDateline(['export'], { folder });
  return stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};

const NO_DAY =
  '  warning  DEFAULT_ANCHOR: no day known; read as of 2021-12-21; give publishedOn or --anchor\n';

test('a file is ingested once: the same again changes nothing', async () => {
  const folder = await folderWith({ 'call.txt': CALL });
  expect(await runDateline(['ingest', 'call.txt'], { folder })).toEqual(
    ok(
      'ADDED       call.txt  2021-12-21 DEFAULT  1 event, 1 mention\n' +
        NO_DAY +
        '1 added, 1 warning, 0 refused. The timeline has 1 event from 1 article.\n',
    ),
  );
  const before = await exportOf(folder);
  expect(await runDateline(['ingest', 'call.txt'], { folder })).toEqual(
    ok(
      'UNCHANGED   call.txt  2021-12-21 DEFAULT  1 event, 1 mention\n' +
        NO_DAY +
        '1 unchanged, 1 warning, 0 refused. The timeline has 1 event from 1 article.\n',
    ),
  );
  expect(await exportOf(folder)).toEqual(before);
});

test('in a folder with good and bad files every bad file takes a line and the good files are ingested', async () => {
  const folder = await folderWith({
    'news/a.txt': CALL,
    'news/a.meta.json': '{"title":"A call","publishedOn":"2021-12-23"}',
    'news/binary.txt': Uint8Array.of(0x54, 0xff, 0xfe),
    'news/deep/b.md': `---\ntitle: A meeting\n---\n${MEETING}`,
    'news/empty.txt': '',
    'news/picture.png': 'no article',
    'news/.hidden.txt': CALL,
    'news/sunday.md': '---\ntitle: A day\npublishedOn: 2021-02-30\n---\nText.\n',
  });
  const run = await runDateline(['ingest', 'news', 'missing.txt'], { folder });
  expect(run.stdout).toBe(
    'ADDED       a.txt  2021-12-23 METADATA  1 event, 1 mention  A call\n' +
      'ADDED       b.md  2021-12-21 DEFAULT  1 event, 1 mention  A meeting\n' +
      NO_DAY +
      '2 added, 1 warning, 4 refused. The timeline has 2 events from 2 articles.\n',
  );
  expect(run.stderr.split('\n').map((line) => line.split(':')[0])).toEqual([
    'news/binary.txt',
    'news/empty.txt',
    'news/sunday.md',
    'missing.txt',
    '',
  ]);
  expect(run.code).toBe(1);
});

test('standard input is read in the format that is named', async () => {
  const folder = await temporaryFolder();
  const run = await runDateline(['ingest', '-', '--format', 'md'], {
    folder,
    input: `---\ntitle: A call\n---\n${CALL}`,
  });
  expect(run).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^ADDED {7}art_[0-9a-f]{20} {2}2021-12-21 DEFAULT {2}1 event, 1 mention {2}A call\n/,
    ),
    stderr: '',
  });
});

test('a bulk file is read line by line, and a bad line is named by its number', async () => {
  const lines = [
    JSON.stringify({ title: 'A call', text: CALL }),
    '{"title":',
    '',
    JSON.stringify({ text: MEETING }),
  ];
  const folder = await folderWith({ 'bulk.ndjson': lines.join('\n') });
  const run = await runDateline(['ingest', 'bulk.ndjson'], { folder });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^bulk\.ndjson:line 2: .+\n$/);
  expect(run.stdout).toContain(
    '2 added, 2 warnings, 1 refused. The timeline has 2 events from 2 articles.\n',
  );
});

test('--anchor reads a known article anew, keeps the ids of its events and says so', async () => {
  const folder = await folderWith({ 'call.txt': CALL });
  await runDateline(['ingest', 'call.txt'], { folder });
  const [before] = await exportOf(folder);
  const run = await runDateline(['ingest', 'call.txt', '--anchor', '2022-01-05'], { folder });
  expect(run.stdout).toBe(
    'REANCHORED  call.txt  2022-01-05 OVERRIDE  1 event, 1 mention\n' +
      '1 reanchored, 0 warnings, 0 refused. The timeline has 1 event from 1 article.\n',
  );
  const [after] = await exportOf(folder);
  expect(after).toMatchObject({ id: before?.['id'], revision: 2, date: { edtf: '2022-01-04' } });
});

test('--json prints the report of each article on a line', async () => {
  const folder = await folderWith({ 'call.txt': CALL });
  const { stdout } = await runDateline(['ingest', '--json', 'call.txt'], { folder });
  expect(JSON.parse(stdout)).toEqual({
    outcome: 'ADDED',
    articleId: expect.stringMatching(/^art_[0-9a-f]{20}$/),
    file: 'call.txt',
    title: null,
    anchor: { date: '2021-12-21', basis: 'DEFAULT' },
    revision: 1,
    eventCount: 1,
    mentionCount: 1,
    warnings: [
      {
        code: 'DEFAULT_ANCHOR',
        message: 'no day known; read as of 2021-12-21; give publishedOn or --anchor',
        start: null,
        end: null,
      },
    ],
  });
});

test('npm runs the command in its own folder: paths begin where npm was called', async () => {
  const folder = await folderWith({ 'call.txt': CALL });
  const run = await runDateline(['ingest', 'call.txt', '--db', 'own.sqlite'], {
    settings: { INIT_CWD: folder },
  });
  expect(run.code).toBe(0);
  expect((await runDateline(['verify', '--db', 'own.sqlite'], { folder })).stdout).toBe(
    'sound: 1 article, 1 event, revision 1\n',
  );
});

test('a file of names is laid over the bundled ones, and refused by its name where it is wrong', async () => {
  const folder = await folderWith({
    'a.txt': 'The dockers struck on Monday.\n',
    'names.json':
      '{"actors":[{"id":"dockers-union","name":"Dockers’ Union","kind":"ORGANIZATION","aliases":["the dockers"]}]}',
    'broken.json': '{"actors":[{"id":"dockers-union","kind":"CLUB"}]}',
  });
  const settings = { NAMES_FILE: 'broken.json' };
  const refused = await runDateline(['ingest', 'a.txt'], { folder, settings });
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain(`NAMES_FILE "${join(folder, 'broken.json')}": /actors/0/kind `);
  await runDateline(['ingest', 'a.txt'], { folder, settings: { NAMES_FILE: 'names.json' } });
  const [event] = await exportOf(folder);
  expect(event?.['actors']).toEqual([{ id: 'act_dockers-union', name: 'Dockers’ Union', role: 'ACTOR' }]);
});

test('rederive reads stored articles with the names of now', async () => {
  const folder = await folderWith({
    'a.txt': 'The dockers struck on Monday.\n',
    'names.json':
      '{"actors":[{"id":"dockers-union","name":"Dockers’ Union","kind":"ORGANIZATION","aliases":["the dockers"]}]}',
  });
  await runDateline(['ingest', 'a.txt'], { folder });
  const settings = { NAMES_FILE: 'names.json' };
  const run = await runDateline(['rederive'], { folder, settings });
  expect(run.stdout).toBe('1 article read again: 1 changed, 1 event with them. Revision 2.\n');
  const [event] = await exportOf(folder);
  expect(event?.['actors']).toEqual([{ id: 'act_dockers-union', name: 'Dockers’ Union', role: 'ACTOR' }]);
});
