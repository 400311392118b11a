import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { entry } from '../store/describe-timeline-catalog.ts';
import { missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { runDateline } from '../support/run-dateline.ts';
import { startServer } from '../support/run-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('several_timelines');

  test('the command line and a server work on each timeline of a database', async () => {
    const folder = await temporaryFolder();
    const token = createHash('sha256').update('token').digest('hex');
    const settings = { DATABASE_URL: url(), LOG_LEVEL: 'warn', WRITE_TOKENS: `ada:${token}` };
    await writeFile(join(folder, 'strike.txt'), 'The dockers ended their strike on Monday.');
    const catalog = await openTimelineCatalog(url());
    await catalog.create(entry('strike'));
    const ingest = ['ingest', 'strike.txt', '--timeline', 'strike'];
    expect((await runDateline(ingest, { folder, settings })).code).toBe(0);

    const server = startServer({ folder, settings }, ['--no-seeds']);
    const origin = await server.origin();
    // biome-ignore lint/suspicious/noExplicitAny: JSON of several shapes
    const get = async (path: string): Promise<any> => (await fetch(`${origin}${path}`)).json();
    const titles = async (path: string) =>
      (await get(`${path}/v1/events`)).events.map(({ title }: { title: string }) => title);
    expect((await get('/v1/timelines')).timelines.map(({ path }: { path: string }) => path)).toEqual([
      '/',
      '/t/strike/',
    ]);
    expect(await titles('')).toEqual([]);
    expect(await titles('/t/strike')).toEqual(['The dockers ended their strike']);
    const added = await fetch(`${origin}/t/strike/v1/articles`, {
      method: 'POST',
      headers: { authorization: 'Bearer token', 'content-type': 'text/plain' },
      body: 'The port opened on Tuesday.',
    });
    expect(added.status).toBe(201);
    expect(await titles('')).toEqual([]);
    expect(await titles('/t/strike')).toEqual(['The dockers ended their strike', 'The port opened']);
    await catalog.remove('strike');
    await catalog.close();
    await expect
      .poll(async () => (await fetch(`${origin}/t/strike/v1/events`)).status, { timeout: 20_000 })
      .toBe(404);
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
  });
});
