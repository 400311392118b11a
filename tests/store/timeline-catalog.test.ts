import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { DEFAULT_RECORD, isSlug } from '../../src/domain/timeline-record.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { defaultTimelineUrl, timelineFolder } from '../../src/store/timeline-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const entry = (slug: string, name = slug) => ({
  slug,
  record: { ...DEFAULT_RECORD, name },
  defaultAnchor: requireCalendarDate('2019-05-15'),
  namesFile: null,
});

test('a folder lists its timelines by their slugs, each with a file of its own', async () => {
  const folder = await temporaryFolder();
  const catalog = await openTimelineCatalog(`sqlite:${folder}/`);
  await catalog.create(entry('strike', 'The strike'));
  await catalog.create(entry('floods'));
  const listed = await catalog.list();
  await catalog.close();
  expect(listed).toEqual([
    { ...entry('floods'), databaseUrl: `sqlite:${join(folder, 'floods.sqlite')}` },
    { ...entry('strike', 'The strike'), databaseUrl: `sqlite:${join(folder, 'strike.sqlite')}` },
  ]);
});

test('a slug is given once, and a renamed timeline keeps its file', async () => {
  const folder = await temporaryFolder();
  const catalog = await openTimelineCatalog(`sqlite:${folder}/`);
  await catalog.create(entry('strike'));
  await expect(catalog.create(entry('strike'))).rejects.toMatchObject({ code: 'BAD_CONFIG' });
  await catalog.change('strike', { slug: 'dockers', record: { ...DEFAULT_RECORD, name: 'Dockers' } });
  await catalog.create(entry('strike'));
  await expect(catalog.change('dockers', { slug: 'strike' })).rejects.toMatchObject({ code: 'BAD_CONFIG' });
  const files = (await catalog.list()).map(({ slug, record, databaseUrl }) => [
    slug,
    record.name,
    databaseUrl.slice(`sqlite:${folder}/`.length),
  ]);
  expect(files).toEqual([
    ['dockers', 'Dockers', 'strike.sqlite'],
    ['strike', 'strike', 'strike.2.sqlite'],
  ]);
  await catalog.close();
});

test('a removed timeline leaves no data, and a later one of its slug begins empty', async () => {
  const folder = await temporaryFolder();
  const catalog = await openTimelineCatalog(`sqlite:${folder}/`);
  await catalog.create(entry('strike'));
  const [made] = await catalog.list();
  await (await openStore(made?.databaseUrl ?? '')).close();
  expect(existsSync(join(folder, 'strike.sqlite'))).toBe(true);
  await catalog.remove('strike');
  expect(existsSync(join(folder, 'strike.sqlite'))).toBe(false);
  await expect(catalog.remove('strike')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await catalog.list()).toEqual([]);
  await catalog.close();
});

test('a single file holds one timeline, and says how to hold more', async () => {
  const catalog = await openTimelineCatalog(`sqlite:${await temporaryFolder()}/one.sqlite`);
  expect(await catalog.list()).toEqual([]);
  await expect(catalog.create(entry('strike'))).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    message:
      'a single file holds one timeline: make a folder, move the file there as default.sqlite, and name the folder (DATABASE_URL=sqlite:FOLDER/)',
  });
});

test('to look at the list of a folder that does not exist makes none', async () => {
  const folder = join(await temporaryFolder(), 'mistyped');
  const catalog = await openTimelineCatalog(`sqlite:${folder}/`);
  expect(await catalog.list()).toEqual([]);
  await catalog.close();
  expect(existsSync(folder)).toBe(false);
});

test('a PostgreSQL database says that it holds one timeline', async () => {
  const catalog = await openTimelineCatalog('postgres://ada@localhost/timeline');
  await expect(catalog.create(entry('strike'))).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    message: expect.stringMatching(/^a PostgreSQL database holds one timeline: /),
  });
});

test('a folder without a list that is only read is not changed', async () => {
  const folder = await temporaryFolder();
  const catalog = await openTimelineCatalog(`sqlite:${folder}/?mode=ro`);
  await expect(catalog.create(entry('strike'))).rejects.toMatchObject({ code: 'READ_ONLY' });
  expect(existsSync(join(folder, 'timelines.catalog'))).toBe(false);
});

test('a URL is that of a folder where it ends in a slash or the folder exists', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'one.sqlite'), '');
  expect(timelineFolder(`sqlite:${folder}`)).toEqual({ path: folder, isReadOnly: false });
  expect(timelineFolder(`sqlite:${folder}/new/?mode=ro`)).toEqual({
    path: `${folder}/new/`,
    isReadOnly: true,
  });
  expect(timelineFolder(`sqlite:${folder}/one.sqlite`)).toBeNull();
  expect(timelineFolder('sqlite::memory:')).toBeNull();
  expect(defaultTimelineUrl(`sqlite:${folder}/`)).toBe(`sqlite:${folder}/default.sqlite`);
  expect(defaultTimelineUrl('sqlite:one.sqlite')).toBe('sqlite:one.sqlite');
});

test.each([
  ['strike', true],
  ['strike-2019', true],
  ['2019', true],
  ['a', true],
  ['a'.repeat(40), true],
  ['a'.repeat(41), false],
  ['Strike', false],
  ['-strike', false],
  ['strike-', false],
  ['../etc', false],
  ['', false],
])('%j as a slug: %j', (text, expected) => {
  expect(isSlug(text)).toBe(expected);
});
