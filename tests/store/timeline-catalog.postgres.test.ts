import { describe, expect, test } from 'vitest';
import { openPostLedger, openStore } from '../../src/store/open-store.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { TIMELINE_TABLES } from '../../src/store/postgres/timeline-tables.ts';
import { allEvents } from '../support/all-events.ts';
import { fillTimeline } from '../support/fill-timeline.ts';
import { createTestTimeline } from '../support/open-test-timeline.ts';
import { execute, missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { tried } from './describe-post-ledger.ts';
import { describeTimelineCatalog, entry } from './describe-timeline-catalog.ts';
import { everything } from './everything.ts';

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('timeline_catalog');

  /** The list of the database, without the timelines of the tests before. */
  async function emptyCatalog() {
    const catalog = await openTimelineCatalog(url());
    for (const { slug } of await catalog.list()) await catalog.remove(slug);
    return catalog;
  }

  describeTimelineCatalog(async () => {
    await (await emptyCatalog()).close();
    return url();
  });

  test('timelines of one database do not see each other', async () => {
    const catalog = await emptyCatalog();
    for (const slug of ['floods', 'harvest', 'strike']) await catalog.create(entry(slug));
    const urls = (await catalog.list()).map(({ databaseUrl }) => databaseUrl);
    const [floods, harvest, strike] = await Promise.all(urls.map((each) => openStore(each)));
    if (floods === undefined || harvest === undefined || strike === undefined) throw new Error('no stores');
    const untouched = await everything(harvest);
    await fillTimeline(createTestTimeline(floods));
    await fillTimeline(createTestTimeline(strike));
    const before = await everything(strike);
    expect(await everything(floods)).toEqual(before);
    expect(await everything(harvest)).toEqual(untouched);

    const timeline = createTestTimeline(floods);
    const [purged] = (await allEvents(timeline)).flatMap(({ mentions }) => mentions);
    if (purged === undefined) throw new Error('no events');
    await timeline.purgeArticle(purged.article.id, 'PRIVACY', 'ada');
    await expect(floods.getArticle(purged.article.id)).rejects.toMatchObject({ code: 'PURGED' });
    expect(await everything(strike)).toEqual(before);
    await catalog.remove('floods');
    expect(await everything(strike)).toEqual(before);
    for (const store of [floods, harvest, strike]) await store.close();
    await catalog.close();
  });

  test('each timeline has a ledger of its own', async () => {
    const catalog = await emptyCatalog();
    await catalog.create(entry('strike'));
    const [made] = await catalog.list();
    const ledgers = await Promise.all([url(), made?.databaseUrl ?? ''].map((each) => openPostLedger(each)));
    const post = tried('evt_a-2026', '2026-12-21T07:00:00.000Z');
    await ledgers[0]?.begin(post);
    const listed = ledgers.map((ledger) => ledger.list(post.account, post.day));
    expect((await Promise.all(listed)).map((posts) => posts.length)).toEqual([1, 0]);
    for (const ledger of ledgers) await ledger.close();
    await catalog.remove('strike');
    await expect(openPostLedger(made?.databaseUrl ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await catalog.close();
  });

  test('a program that has a removed timeline open changes nothing, and its number is not given again', async () => {
    const catalog = await emptyCatalog();
    await catalog.create(entry('strike'));
    const [first] = await catalog.list();
    const store = await openStore(first?.databaseUrl ?? '');
    await fillTimeline(createTestTimeline(store));
    await catalog.remove('strike');
    await catalog.create(entry('strike'));
    const [later] = await catalog.list();
    const gone = { code: 'NOT_FOUND', message: 'the timeline was removed, or a copy goes into it' };
    await expect(store.writeMarker('mark', 'late')).rejects.toMatchObject(gone);
    await expect(fillTimeline(createTestTimeline(store))).rejects.toMatchObject(gone);
    await expect(store.readSummary()).rejects.toMatchObject(gone);
    await expect(store.readRevision()).rejects.toMatchObject(gone);
    await store.close();
    expect(later?.databaseUrl).not.toBe(first?.databaseUrl);
    await expect(openStore(first?.databaseUrl ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await catalog.close();
  });

  test('the removal of a timeline knows every table that has rows of several', async () => {
    await (await emptyCatalog()).close();
    const tables = await execute(
      url(),
      `SELECT c.table_name FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.column_name = 'timeline_id' AND c.table_name <> 'timelines'
      ORDER BY c.table_name COLLATE "C"`,
    );
    expect(TIMELINE_TABLES.toSorted()).toEqual(
      tables.map((row) => (row as { table_name: string }).table_name),
    );
  });
});
