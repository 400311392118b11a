import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSlug } from '../../src/domain/timeline-record.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { parseStoreUrl, timelineUrl } from '../../src/store/store-url.ts';
import { defaultTimelineUrl, timelineFolder } from '../../src/store/timeline-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeTimelineCatalog, entry } from './describe-timeline-catalog.ts';

describeTimelineCatalog(async () => `sqlite:${await temporaryFolder()}/`);

test('each timeline of a folder has a file, which a renamed timeline keeps and a removed one leaves', async () => {
  const folder = await temporaryFolder();
  const catalog = await openTimelineCatalog(`sqlite:${folder}/`);
  await catalog.create(entry('strike'));
  await catalog.change('strike', { slug: 'dockers' });
  await catalog.create(entry('strike'));
  expect((await catalog.list()).map(({ slug, databaseUrl }) => [slug, databaseUrl])).toEqual([
    ['dockers', `sqlite:${join(folder, 'strike.sqlite')}`],
    ['strike', `sqlite:${join(folder, 'strike.2.sqlite')}`],
  ]);
  const file = join(folder, 'strike.sqlite');
  await (await openStore(`sqlite:${file}`)).close();
  expect(existsSync(file)).toBe(true);
  await catalog.remove('dockers');
  expect(existsSync(file)).toBe(false);
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

test('the address of one timeline on a server lists no others, and a number that is none is refused', async () => {
  const catalog = await openTimelineCatalog('postgres://ada@localhost/news?timeline=2');
  expect(await catalog.list()).toEqual([]);
  await expect(catalog.create(entry('strike'))).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    message: 'the address names one timeline by its number: leave out timeline=',
  });
  await expect(openStore('postgres://ada@localhost/news?timeline=strike')).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    message: 'timeline=strike does not name a timeline by its number',
  });
});

test.each([
  ['postgres://ada@a:1,b:2/news', 'postgres://ada@a:1,b:2/news', 1],
  ['postgres://ada@a/news?timeline=7', 'postgres://ada@a/news', 7],
  ['postgres://ada@a/news?timeline=7&sslmode=require', 'postgres://ada@a/news?sslmode=require', 7],
  ['postgres://ada@a/news?sslmode=require&timeline=7', 'postgres://ada@a/news?sslmode=require', 7],
])('%s asks %s for the timeline %d', (url, asked, timeline) => {
  expect(parseStoreUrl(url)).toEqual({ kind: 'postgres', url: asked, timeline });
  if (timeline !== 1) expect(parseStoreUrl(timelineUrl(asked, timeline))).toMatchObject({ timeline });
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
