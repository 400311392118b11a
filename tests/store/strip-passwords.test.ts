import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { addRowChecksum } from '../../src/store/sqlite/row-checksum.ts';
import { createTestTimeline, ingestText } from '../support/open-test-timeline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const EARLIER = join(import.meta.dirname, 'landed', '0003.sqlite.gz');

let file: string;

/** A database of an earlier version, where every article with an address has one with a password. */
beforeEach(async () => {
  file = join(await temporaryFolder(), 'a.sqlite');
  await writeFile(file, gunzipSync(await readFile(EARLIER)));
  const database = new Database(file);
  addRowChecksum(database);
  const trigger = database
    .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'mention_versions_are_not_updated'")
    .pluck()
    .get();
  const plant = (column: string) =>
    `${column} = replace(${column}, 'https://news.example/talks', 'https://ada:secret@news.example/private')`;
  database.exec(`
    DROP TRIGGER mention_versions_are_not_updated;
    UPDATE articles SET ${plant('url')};
    UPDATE articles SET based_on = json_set(based_on, '$.url', 'https://ben:secret@other.example/') WHERE based_on IS NOT NULL;
    UPDATE mention_versions SET ${plant('document')};
    UPDATE event_documents SET ${plant('document')};
    UPDATE served_documents SET ${plant('document')};
    ${trigger}`);
  database.close();
});

test('passwords leave the addresses of stored articles and the file, which stays sound', async () => {
  expect((await readFile(file)).includes('secret')).toBe(true);
  const store = await openStore(`sqlite:${file}`);
  const timeline = createTestTimeline(store);
  expect(await timeline.verify()).toEqual([]);
  const articles = (await timeline.listArticles({ first: 10 })).edges.map(({ node }) => node);
  const [rejected] = articles.filter(({ url }) => url !== null);
  expect(rejected).toMatchObject({
    url: 'https://news.example/private',
    basedOn: { publisher: 'Evening Sample', url: 'https://other.example/' },
  });
  const events = (await timeline.listEvents({ first: 10 })).edges.map(({ node }) => node);
  const urls = events.flatMap(({ mentions }) => mentions.map(({ article }) => article.url));
  expect(urls.filter((url) => url !== null)).toEqual(['https://news.example/private']);
  await store.close();
  expect((await readFile(file)).includes('secret')).toBe(false);
});

test('the articles keep their ids when they are read again', async () => {
  const store = await openStore(`sqlite:${file}`);
  const timeline = createTestTimeline(store);
  const ids = async () => (await timeline.listArticles({ first: 10 })).edges.map(({ node }) => node.id);
  const before = await ids();
  await timeline.rederive();
  expect(await ids()).toEqual(before);
  expect(await timeline.verify()).toEqual([]);
  await store.close();
});

test('of two articles that come to the same address, the later one keeps none', async () => {
  const database = new Database(file);
  addRowChecksum(database);
  database.exec(
    "UPDATE articles SET url = 'https://news.example/private' WHERE id = (SELECT a.id FROM articles a WHERE a.url IS NULL AND a.text IS NOT NULL)",
  );
  database.close();
  const store = await openStore(`sqlite:${file}`);
  const timeline = createTestTimeline(store);
  const urls = (await timeline.listArticles({ first: 10 })).edges.map(({ node }) => node.url);
  expect(urls.filter((url) => url !== null)).toEqual(['https://news.example/private']);
  expect((await ingestText(timeline, 'Another text.', { url: 'https://news.example/private' })).outcome).toBe(
    'SUPERSEDED',
  );
  await store.close();
});
