import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDateline } from '../support/run-dateline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CALL = 'Joe Biden spoke with Vladimir Putin on Tuesday.\n';
const TROOPS = 'Russia moved troops towards Ukraine on 3 December 2021.\n';
const BY_ADA = ['--by', 'ada', '--why', 'a test'];

interface ListedEvent {
  readonly id: string;
  readonly title: string;
  readonly mentions: readonly { readonly id: string; readonly article: { readonly id: string } }[];
}

let folderOfTwo: string;
let two: readonly ListedEvent[];

const listIn = async (folder: string): Promise<readonly ListedEvent[]> =>
  JSON.parse((await runDateline(['query', '--json', '--order', 'date-desc'], { folder })).stdout).events;

beforeAll(async () => {
  folderOfTwo = await mkdtemp(join(tmpdir(), 'dateline-'));
  await writeFile(join(folderOfTwo, 'call.txt'), CALL);
  await writeFile(join(folderOfTwo, 'troops.txt'), TROOPS);
  await runDateline(['ingest', 'call.txt', 'troops.txt'], { folder: folderOfTwo });
  two = await listIn(folderOfTwo);
});
afterAll(() => rm(folderOfTwo, { recursive: true }));

/** A database with the two events, the later one first. */
async function openTwo() {
  const folder = await temporaryFolder();
  await cp(folderOfTwo, folder, { recursive: true });
  const [call, troops] = two;
  if (call === undefined || troops === undefined) throw new Error('there are not two events');
  const run = async (...args: readonly string[]) => runDateline(args, { folder });
  return { run, list: () => listIn(folder), call, troops };
}

test('an event is edited, hidden and restored, and the trail has editor, reason and the event before', async () => {
  const { run, list, call } = await openTwo();
  const edited = await run('edit', call.id, '--title', 'A call', '--type', 'agree', ...BY_ADA);
  expect(edited.stdout).toBe(`revision 3\n21 December 2021  AGREE  ASSERTED  1 source  ${call.id}  A call\n`);
  expect((await run('hide', call.id, ...BY_ADA)).stdout).toBe('revision 4\n');
  expect(await list()).toHaveLength(1);
  expect(await run('explain', call.id)).toMatchObject({
    code: 1,
    stderr: `dateline: ${call.id} was hidden at revision 4\n`,
  });
  await run('restore', call.id, ...BY_ADA);
  expect((await list())[0]?.title).toBe(call.title);
  const { entries } = JSON.parse((await run('audit', call.id, '--json')).stdout);
  expect(entries).toMatchObject([
    { action: 'RESTORE', by: 'ada', why: 'a test', before: [{ title: 'A call' }] },
    { action: 'HIDE', by: 'ada', before: [{ title: 'A call' }] },
    { action: 'EDIT', by: 'ada', before: [{ title: call.title }] },
  ]);
  expect((await run('audit')).stdout).toContain(`EDIT     ${call.id}  a test; before: ${call.title}`);
});

test('events are merged and split again', async () => {
  const { run, list, call, troops } = await openTwo();
  await run('merge', call.id, troops.id, ...BY_ADA);
  expect((await list()).map(({ id }) => id)).toEqual([call.id]);
  await run('split', call.id, troops.mentions[0]?.id ?? '', ...BY_ADA);
  expect(await list()).toHaveLength(2);
  expect((await run('verify')).stdout).toContain('sound: 2 articles, 2 events, revision 4');
});

test('an article is taken back once', async () => {
  const { run, list, call } = await openTwo();
  const id = call.mentions[0]?.article.id ?? '';
  expect((await run('retract', id, ...BY_ADA)).stdout).toBe(
    `RETRACTED  ${id}  1 event withdrawn  revision 3\n`,
  );
  expect((await run('retract', id, ...BY_ADA)).stdout).toBe(
    `UNCHANGED  ${id}  0 events withdrawn  revision 3\n`,
  );
  expect(await list()).toHaveLength(1);
  expect((await run('ingest', 'call.txt')).stdout).toContain('UNCHANGED');
  expect(await list()).toHaveLength(1);
  expect((await run('ingest', 'call.txt', '--restore')).stdout).toContain('ADDED');
  expect((await list()).map(({ title }) => title)).toContain(call.title);
});

test('all articles are read again from another default anchor, and only events that rest on it change', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'call.txt'), CALL);
  await runDateline(['ingest', 'call.txt'], { folder });
  expect((await runDateline(['rederive'], { folder })).stdout).toBe(
    '1 article read again: 0 changed, 0 events with them. Revision 1.\n',
  );
  const settings = { TIMELINE_ANCHOR: '2021-12-28' };
  expect((await runDateline(['rederive'], { folder, settings })).stdout).toBe(
    '1 article read again: 1 changed, 1 event with them. Revision 2.\n',
  );
});

test('a token comes with the setting that lets its holder write', async () => {
  const { stdout, code } = await runDateline(['token', 'ada']);
  const [token = '', setting] = stdout.split('\n');
  const sha256 = createHash('sha256').update(token).digest('hex');
  expect({ code, setting }).toEqual({ code: 0, setting: `WRITE_TOKENS=ada:${sha256}` });
  expect(token).toMatch(/^[\w-]{43}$/);
});

test.each<[why: string, args: readonly string[], code: number, stderr: RegExp]>([
  ['a decision without a reason', ['hide', 'evt_a'], 2, /required option '--why <reason>' not specified/],
  ['an id of another kind', ['hide', 'art_a', ...BY_ADA], 1, /"art_a" is not the id of an event/],
  ['an edit of nothing', ['edit', 'evt_a', ...BY_ADA], 1, /an edit sets a title, a type, actors or a date/],
  ['a date that is none', ['edit', 'evt_a', '--date', 'soon', ...BY_ADA], 2, /"soon" is not a date/],
  ['a name with a colon', ['token', 'a:b'], 2, /It must be 1 to 60 letters/],
])('%s is refused', async (_, args, code, stderr) => {
  const { run } = await openTwo();
  expect(await run(...args)).toMatchObject({ code, stderr: expect.stringMatching(stderr) });
});

test('an article is purged with --yes; without it and without a terminal nothing is removed', async () => {
  const { run, list, call } = await openTwo();
  const [mention] = call.mentions;
  const id = mention?.article.id ?? '';
  expect(await run('purge', id, '--why', 'PRIVACY')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('error: nothing was removed (--yes removes it without a question)'),
  });
  expect(await list()).toHaveLength(2);
  expect((await run('purge', id, '--why', 'PRIVACY', '--yes')).stdout).toBe(
    `PURGED  ${id}  1 version changed  revision 3\n`,
  );
  expect(await list()).toHaveLength(1);
  expect(await run('ingest', 'call.txt', '--restore')).toMatchObject({
    code: 1,
    stderr: `call.txt: article "${id}" was removed for good (PRIVACY)\n`,
  });
});
