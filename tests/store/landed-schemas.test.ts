import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { articleId } from '../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { readArticles } from '../../src/ingestion/reading/read-article.ts';
import { readArticleTexts } from '../../src/store/copy-store.ts';
import { bundledMigrations, openStore } from '../../src/store/open-store.ts';
import { allEvents } from '../support/all-events.ts';
import { fillTimeline } from '../support/fill-timeline.ts';
import { createTestTimeline, ingestText, openTestTimeline } from '../support/open-test-timeline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LANDED = join(import.meta.dirname, 'landed');
const CHECKSUMS = join(import.meta.dirname, '..', '..', 'migrations', 'SHA256SUMS');

/** The databases that each released schema has made, by the number of its last migration. */
const numbers = (await readdir(LANDED))
  .filter((name) => name.endsWith('.sqlite.gz'))
  .map((name) => name.slice(0, 4))
  .sort();

async function landedFile(number: string): Promise<string> {
  const file = join(await temporaryFolder(), 'landed.sqlite');
  await writeFile(file, gunzipSync(await readFile(join(LANDED, `${number}.sqlite.gz`))));
  return file;
}

test('no migration has changed since it was listed, and each is listed', async () => {
  const linesOf = async (dialect: 'sqlite' | 'postgres') =>
    (await bundledMigrations(dialect)).map(
      ({ number, name, checksum }) =>
        `${checksum}  ${dialect}/${String(number).padStart(4, '0')}_${name}.sql\n`,
    );
  expect(await readFile(CHECKSUMS, 'utf8')).toBe(
    [...(await linesOf('sqlite')), ...(await linesOf('postgres'))].join(''),
  );
});

test('each migration has a database that its schema has made', async () => {
  expect(numbers.map(Number)).toEqual((await bundledMigrations()).map(({ number }) => number));
});

test.each(numbers)('a database of migration %s opens, is brought up to date and is sound', async (number) => {
  const store = await openStore(`sqlite:${await landedFile(number)}`);
  const timeline = createTestTimeline(store);
  expect(await timeline.verify()).toEqual([]);
  expect(await timeline.describe()).toMatchObject({ revision: 11, articleCount: 5, eventCount: 4 });
  const titles = (await timeline.listEvents({})).edges.map(({ node }) => node.title);
  expect(titles).toContain('Troops go west');
  await store.close();
});

test('a database whose keys for joining had an older form joins another account as a new one does', async () => {
  const store = await openStore(`sqlite:${await landedFile('0008')}`);
  const { timeline, close } = await openTestTimeline();
  await fillTimeline(timeline);
  const told = await Promise.all(
    [createTestTimeline(store), timeline].map(async (each) => {
      const given = { publisher: 'Late Sample', publishedOn: requireCalendarDate('2021-12-10') };
      await ingestText(each, 'Germany sent aid to Ukraine on 7 December 2021.', given);
      return (await allEvents(each)).map(({ date, mentions }) => [date.edtf, mentions.length]);
    }),
  );
  expect(told[0]).toEqual(told[1]);
  expect(await store.verify()).toEqual([]);
  await store.close();
  await close();
});

test('a database of an edited migration is refused with the way out, which keeps every current article', async () => {
  const file = await landedFile('0001');
  const database = new Database(file);
  database.exec("UPDATE schema_migrations SET checksum = 'another'");
  database.close();
  await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({
    code: 'MIGRATION_CHANGED',
    message:
      'migration 0001_create_events was changed after it had been applied to the database: take its articles out with ' +
      '"dateline export-articles FILE" and ingest them into a new database',
  });

  const lines = [...readArticleTexts(file)].map(({ isAnchoredByHand: _, ...article }) =>
    JSON.stringify(article),
  );
  const { timeline, store, close } = await openTestTimeline();
  const bytes = Buffer.from(lines.join('\n'));
  for (const outcome of readArticles({ name: 'a.ndjson', bytes, sidecar: null }, { maxBytes: 10_000 }))
    if (outcome.kind !== 'rejected') await timeline.ingestArticle(outcome.source);
  expect(lines).toHaveLength(5);
  expect(await timeline.describe()).toMatchObject({ articleCount: 5 });
  expect(await idsIn(file)).toEqual(
    await Promise.all((await idsIn(file)).map(async (id) => (await store.getArticle(articleId(id)))?.id)),
  );
  await close();
});

async function idsIn(file: string): Promise<readonly string[]> {
  const database = new Database(file, { readonly: true });
  const ids = database
    .prepare<[], string>('SELECT id FROM articles WHERE text IS NOT NULL ORDER BY id')
    .pluck();
  try {
    return ids.all();
  } finally {
    database.close();
  }
}
