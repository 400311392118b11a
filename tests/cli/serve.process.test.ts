import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { beforeEach, expect, test } from 'vitest';
import { needPosix } from '../support/need-posix.ts';
import { runDateline } from '../support/run-dateline.ts';
import { startServer } from '../support/run-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

beforeEach(needPosix);

const SEEDS = {
  '1.md': '---\ntitle: A call\npublisher: Dateline\n---\nJoe Biden spoke with Vladimir Putin on Tuesday.\n',
  '2.md':
    '---\ntitle: Troops\npublisher: Dateline\n---\nVladimir Putin spoke with Joe Biden on Tuesday. Russia moved troops in November.\n',
  '3.md':
    '---\ntitle: A meeting\npublisher: Dateline\n---\nNATO ministers will meet in Brussels in January.\n',
};

/** A folder of seeds, and the settings of a server that starts with them. */
async function seededFolder() {
  const folder = await temporaryFolder();
  const seeds = join(folder, 'seeds');
  await mkdir(seeds);
  for (const [name, text] of Object.entries(SEEDS)) await writeFile(join(seeds, name), text);
  return { folder, seeds, settings: { SEEDS: seeds, LOG_LEVEL: 'info' } };
}

/** Puts a pipe in the file's place. A reader of the pipe waits until the test writes to it. */
async function holdBack(file: string): Promise<void> {
  await rm(file);
  execFileSync('mkfifo', [file]);
}

async function exportOf(folder: string, db: string): Promise<string> {
  const { code, stdout } = await runDateline(['export', '--db', db], { folder });
  expect(code).toBe(0);
  return stdout;
}

test('a new database is seeded before the server listens, and a second start adds nothing', async () => {
  const options = await seededFolder();
  const first = startServer(options);
  const origin = await first.origin();
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  expect(await first.end('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(first.said.lines.slice(0, 5)).toEqual([
    '  1.md: 1 event, anchor 2021-12-21 (DEFAULT)',
    '  2.md: 2 events, anchor 2021-12-21 (DEFAULT)',
    '  3.md: 1 event, anchor 2021-12-21 (DEFAULT)',
    'Seeded: 3 articles, 0 warnings',
    'Timeline: 3 articles, 3 events from 2021-11-01 to 2022-01-31',
  ]);

  const second = startServer(options);
  await second.origin();
  expect(await second.end('SIGINT')).toEqual({ code: 0, signal: null });
  expect(second.said.lines[0]).toBe('Timeline: 3 articles, 3 events from 2021-11-01 to 2022-01-31');
});

test('a seeding that was killed goes on at the next start and ends like an undisturbed seeding', async () => {
  const { folder, seeds, settings } = await seededFolder();
  const undisturbed = startServer({
    folder,
    settings: { ...settings, DATABASE_URL: 'sqlite:undisturbed.sqlite' },
  });
  await undisturbed.origin();
  await undisturbed.end('SIGTERM');

  const disturbed = { folder, settings: { ...settings, DATABASE_URL: 'sqlite:disturbed.sqlite' } };
  await holdBack(join(seeds, '2.md'));
  const killed = startServer(disturbed);
  await killed.said.lineLike(/1\.md/);
  expect(await killed.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  expect((await runDateline(['verify', '--db', 'disturbed.sqlite'], { folder })).stdout).toBe(
    'sound: 1 article, 1 event, revision 1\n',
  );

  await rm(join(seeds, '2.md'));
  await writeFile(join(seeds, '2.md'), SEEDS['2.md']);
  const next = startServer(disturbed);
  await next.origin();
  await next.end('SIGTERM');
  expect(await exportOf(folder, 'disturbed.sqlite')).toBe(await exportOf(folder, 'undisturbed.sqlite'));
});

test('SIGTERM while seeding stops after the present article', async () => {
  const { folder, seeds, settings } = await seededFolder();
  await holdBack(join(seeds, '2.md'));
  const stopped = startServer({ folder, settings });
  await stopped.said.lineLike(/1\.md/);
  const end = stopped.end('SIGTERM');
  await stopped.logged.lineLike(/"msg":"stopping"/);
  await writeFile(join(seeds, '2.md'), SEEDS['2.md']);
  expect(await end).toEqual({ code: 0, signal: null });
  expect(stopped.said.lines).toEqual([
    '  1.md: 1 event, anchor 2021-12-21 (DEFAULT)',
    '  2.md: 2 events, anchor 2021-12-21 (DEFAULT)',
    'Stopped while seeding; the next start goes on from here',
  ]);
});

test("a database with its user's own articles is not seeded", async () => {
  const options = await seededFolder();
  const own = { ...options, settings: { ...options.settings, DATABASE_URL: 'sqlite:own.sqlite' } };
  await copyFile(join(options.seeds, '3.md'), join(options.folder, 'own.md'));
  await runDateline(['ingest', 'own.md'], own);
  const server = startServer(own);
  await server.origin();
  await server.end('SIGTERM');
  expect(server.said.lines[0]).toBe('Timeline: 1 article, 1 event from 2022-01-01 to 2022-01-31');
});

test('--no-seeds leaves a new database empty', async () => {
  const { folder, settings } = await seededFolder();
  const server = startServer({ folder, settings }, ['--no-seeds']);
  await server.origin();
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(await exportOf(folder, 'data/dateline.sqlite')).toBe('');
});

/** A request whose head has arrived at the server and whose body has not been sent yet. */
async function openRequest(origin: string) {
  const open = request(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', expect: '100-continue' },
  });
  open.on('error', () => undefined);
  open.flushHeaders();
  await once(open, 'continue');
  return open;
}

test('SIGTERM lets an open request be answered, then ends with code 0', async () => {
  const server = startServer(await seededFolder(), ['--no-seeds']);
  const open = await openRequest(await server.origin());
  const end = server.end('SIGTERM');
  await server.logged.lineLike(/"msg":"stopping"/);
  const answer = once(open, 'response');
  open.end(JSON.stringify({ query: '{ __typename }' }));
  const [response] = await answer;
  expect(await json(response)).toMatchObject({ data: { __typename: 'Query' } });
  expect(await end).toEqual({ code: 0, signal: null });
});

test('a second signal ends the server at once', async () => {
  const server = startServer(await seededFolder(), ['--no-seeds']);
  await openRequest(await server.origin());
  server.child.kill('SIGTERM');
  await server.logged.lineLike(/"msg":"stopping"/);
  expect(await server.end('SIGTERM')).toEqual({ code: null, signal: 'SIGTERM' });
});

test('a port that is taken is one clear complaint', async () => {
  const options = await seededFolder();
  const { port } = new URL(await startServer(options, ['--no-seeds']).origin());
  const second = await runDateline(['serve', '--port', port, '--no-seeds', '--db', ':memory:'], {
    folder: options.folder,
    settings: { LOG_LEVEL: 'silent' },
  });
  expect(second).toEqual({
    code: 2,
    signal: null,
    stdout: '',
    stderr: `dateline: cannot listen on 127.0.0.1, port ${port}: the port is already in use\n`,
  });
});
