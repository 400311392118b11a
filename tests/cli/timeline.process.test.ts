import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { DEFAULT_RECORD } from '../../src/domain/timeline-record.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { runDateline } from '../support/run-dateline.ts';
import { startServer } from '../support/run-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/** A folder with the timelines `default` and `strike`, which has one article, and the ways to use them. */
async function openTimelines() {
  const folder = await temporaryFolder();
  const settings = {
    DATABASE_URL: 'sqlite:timelines/',
    PUBLIC_ORIGIN: 'https://site.example/news',
    LOG_LEVEL: 'warn',
    WRITE_TOKENS: `ada:${hash('one')}:timeline=strike,ben:${hash('all')}`,
  };
  const run = (...args: readonly string[]) => runDateline(args, { folder, settings });
  await writeFile(join(folder, 'strike.txt'), 'The dockers ended their strike on Monday.');
  expect(
    await run('timeline', 'create', 'strike', '--name', 'The strike', '--anchor', '2019-05-15'),
  ).toMatchObject({
    stdout: 'created  strike  2019-05-15  The strike\n',
    code: 0,
  });
  expect((await run('query', '--timeline', 'strike')).stdout).toBe('');
  expect((await run('ingest', 'strike.txt', '--timeline', 'strike')).code).toBe(0);
  return { folder, settings, run };
}

test('each timeline has its own articles, anchor and record, and an unknown one is refused', async () => {
  const { run } = await openTimelines();
  expect((await run('query', '--timeline', 'strike')).stdout).toMatch(
    /^13 May 2019 .*The dockers ended their strike\n$/,
  );
  const { stdout } = await run('timeline', 'list', '--json');
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { slug: 'default', name: 'Dateline', defaultAnchor: '2021-12-21' },
    { slug: 'strike', name: 'The strike', defaultAnchor: '2019-05-15' },
  ]);
  expect(await run('query', '--timeline', 'floods')).toMatchObject({
    code: 1,
    stderr: 'dateline: there is no timeline "floods"\n',
  });
  expect((await run('timeline', 'remove', 'strike')).code).toBe(2);
  expect((await run('timeline', 'remove', 'strike', '--yes')).stdout).toBe('removed  strike\n');
});

test('a server answers for each timeline below its path, for those made while it runs too', async () => {
  const { folder, settings } = await openTimelines();
  const server = startServer({ folder, settings }, ['--no-seeds']);
  const origin = await server.origin();
  // biome-ignore lint/suspicious/noExplicitAny: JSON of several shapes
  const get = async (path: string): Promise<any> => (await fetch(`${origin}${path}`)).json();
  expect((await get('/v1/timelines')).timelines.map(({ path }: { path: string }) => path)).toEqual([
    '/',
    '/t/strike/',
  ]);
  expect((await get('/v1/events')).events).toEqual([]);
  for (const prefix of ['/t/strike', '/news/t/strike']) {
    const { events } = await get(`${prefix}/v1/events`);
    expect(events.map(({ title }: { title: string }) => title)).toEqual(['The dockers ended their strike']);
  }
  const [event] = (await get('/t/strike/v1/events')).events;
  const page = await (await fetch(`${origin}/t/strike/events/${event.id}`)).text();
  expect(page).toContain(
    `<link rel="canonical" href="https://site.example/news/t/strike/events/${event.id}">`,
  );
  expect(page).toContain('href="/news/t/strike/about"');
  expect((await fetch(`${origin}/t/floods/v1/events`)).status).toBe(404);
  const catalog = await openTimelineCatalog(`sqlite:${folder}/timelines/`);
  await catalog.create({
    slug: 'floods',
    record: DEFAULT_RECORD,
    defaultAnchor: requireCalendarDate('2019-05-15'),
    namesFile: null,
  });
  await expect
    .poll(async () => (await fetch(`${origin}/t/floods/v1/events`)).status, { timeout: 20_000 })
    .toBe(200);
  await catalog.remove('floods');
  await catalog.close();
  await expect
    .poll(async () => (await fetch(`${origin}/t/floods/v1/events`)).status, { timeout: 20_000 })
    .toBe(404);

  const post = async (path: string, token: string) =>
    (
      await fetch(`${origin}${path}/v1/articles`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
        body: 'The port opened on Tuesday.',
      })
    ).status;
  expect(await post('', 'one')).toBe(401);
  expect(await post('/t/strike', 'one')).toBe(201);
  expect(await post('', 'all')).toBe(201);
  const query = encodeURIComponent('{timeline{name articleCount} timelines{slug}}');
  expect(await get(`/t/strike/graphql?query=${query}`)).toMatchObject({
    data: {
      timeline: { name: 'The strike', articleCount: 2 },
      timelines: [{ slug: 'default' }, { slug: 'strike' }],
    },
  });
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
});
