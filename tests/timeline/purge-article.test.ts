import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleId } from '../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { connect } from '../../src/store/sqlite/connection.ts';
import { createSqliteStore } from '../../src/store/sqlite/create-sqlite-store.ts';
import { addRowChecksum } from '../../src/store/sqlite/row-checksum.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { createTestTimeline } from '../support/open-test-timeline.ts';

const ALL = { first: 100 } as const;

const BY_ADA = { by: 'ada', why: null };

let folder: string;
let file: string;
let store: EventStore;
let timeline: Timeline;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-purge-'));
  file = join(folder, 'a.sqlite');
  store = await openStore(`sqlite:${file}`);
  timeline = createTestTimeline(store);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function ingest(text: string, publisher: string, into = timeline): Promise<ArticleId> {
  const report = await into.ingestArticle({
    text,
    publisher,
    file: null,
    title: `${publisher} headline`,
    url: `https://${publisher.toLowerCase()}.example/quiet-orchard`,
    publishedOn: requireCalendarDate('2021-12-21'),
    language: 'en',
    basedOn: null,
  });
  return report.articleId;
}

const listed = async () => (await timeline.listEvents(ALL)).edges.map(({ node }) => node);

/** Whether any file of the database holds the words. */
async function isInFiles(words: string): Promise<boolean> {
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
  return files.some((bytes) => bytes.includes(words));
}

const SHARED = 'Joe Biden spoke with Vladimir Putin on 7 December 2021';
const FIRST = `${SHARED}, a zanzibarish call.`;
const ALONE = 'Joe Biden signed the quixotically named pact in Geneva on 9 December 2021.';

describe('an article that is purged', () => {
  test('leaves no word in any file of the database', async () => {
    const id = await ingest(`${FIRST} ${ALONE}`, 'Gazette');
    expect(await isInFiles('zanzibarish')).toBe(true);
    const report = await timeline.purgeArticle(id, 'COURT_ORDER', 'ada');
    expect(report).toEqual({ outcome: 'PURGED', articleId: id, versionCount: 2, revision: 2 });
    for (const words of ['zanzibarish', 'quixotically', 'Gazette headline', 'quiet-orchard'])
      expect([words, await isInFiles(words)]).toEqual([words, false]);
    expect(await listed()).toEqual([]);
    expect(await store.verify()).toEqual([]);
  });

  test('leaves an event that another article tells, in every version, under the other title', async () => {
    const first = await ingest(FIRST, 'Gazette');
    const second = await ingest(`${SHARED}.`, 'Herald');
    const [before] = await listed();
    if (before === undefined) throw new Error('there is no event');
    expect(before.mentions).toHaveLength(2);
    await timeline.purgeArticle(first, 'PRIVACY', 'ada');
    const [after] = await listed();
    expect([after?.id, after?.mentions.map(({ article }) => article.id)]).toEqual([before.id, [second]]);
    const earlier = await timeline.getEventVersion(before.id, 2);
    expect(earlier?.mentions.map(({ article }) => article.id)).toEqual([second]);
    expect(earlier?.title).toBe(after?.title);
    await expect(timeline.getEventVersion(before.id, 1)).rejects.toMatchObject({
      code: 'PURGED',
      message: `event "${before.id}" rested on an article that was removed (PRIVACY)`,
    });
    expect(await isInFiles('zanzibarish')).toBe(false);
    expect(await store.verify()).toEqual([]);
  });

  test('is found no more, and is never taken up again', async () => {
    const id = await ingest(FIRST, 'Gazette');
    await timeline.purgeArticle(id, 'ERROR', 'ada');
    const refusal = { code: 'PURGED', message: `article "${id}" was removed for good (ERROR)` };
    await expect(timeline.getArticle(id)).rejects.toMatchObject(refusal);
    await expect(ingest(FIRST, 'Gazette')).rejects.toMatchObject(refusal);
    expect(await timeline.purgeArticle(id, 'ERROR', 'ada')).toMatchObject({ outcome: 'UNCHANGED' });
  });

  test('is purged after it was superseded or retracted, too', async () => {
    const old = await ingest(FIRST, 'Gazette');
    const current = await ingest(ALONE, 'Gazette');
    await timeline.retractArticle(current, { by: 'ada', why: null });
    await timeline.purgeArticle(old, 'OTHER', 'ada');
    await timeline.purgeArticle(current, 'OTHER', 'ada');
    expect(await isInFiles('zanzibarish')).toBe(false);
    expect(await isInFiles('quixotically')).toBe(false);
    expect(await store.verify()).toEqual([]);
  });

  test('takes the titles and actors of edits with it, but not their types', async () => {
    const id = await ingest(FIRST, 'Gazette');
    const [event] = await listed();
    if (event === undefined) throw new Error('there is no event');
    const edit = { title: 'The zanzibarish quarrel', actors: ['Zebulon Quux'], type: 'AGREE' } as const;
    await timeline.editEvent(event.id, edit, BY_ADA);
    await ingest(`${SHARED}.`, 'Herald');
    await timeline.editEvent(event.id, { type: 'CONSULT' }, BY_ADA);
    await timeline.purgeArticle(id, 'PRIVACY', 'ada');
    const [after] = await listed();
    expect([after?.title, after?.type]).toEqual(['Joe Biden spoke with Vladimir Putin', 'CONSULT']);
    expect(after?.actors.map(({ name }) => name)).toEqual(['Joe Biden', 'Vladimir Putin']);
    const earlier = await timeline.getEventVersion(event.id, 3);
    expect([earlier?.title, earlier?.type]).toEqual(['Joe Biden spoke with Vladimir Putin', 'AGREE']);
    for (const words of ['zanzibarish', 'Quux', 'quux'])
      expect([words, await isInFiles(words)]).toEqual([words, false]);
    expect(await store.verify()).toEqual([]);
  });

  test('takes an edited title with it that outlived its retraction', async () => {
    const id = await ingest(FIRST, 'Gazette');
    await ingest(`${SHARED}.`, 'Herald');
    const [event] = await listed();
    if (event === undefined) throw new Error('there is no event');
    await timeline.editEvent(event.id, { title: 'The zanzibarish quarrel' }, BY_ADA);
    await timeline.retractArticle(id, BY_ADA);
    await timeline.editEvent(event.id, { type: 'AGREE' }, BY_ADA);
    await timeline.restoreEvent(event.id, BY_ADA);
    await timeline.purgeArticle(id, 'PRIVACY', 'ada');
    expect(await isInFiles('zanzibarish')).toBe(false);
    const versions = await Promise.all([3, 4, 5, 6].map((at) => timeline.getEventVersion(event.id, at)));
    expect(versions.map((version) => [version?.title, version?.type])).toEqual([
      ['Joe Biden spoke with Vladimir Putin', 'CONSULT'],
      ['Joe Biden spoke with Vladimir Putin', 'CONSULT'],
      ['Joe Biden spoke with Vladimir Putin', 'AGREE'],
      ['Joe Biden spoke with Vladimir Putin', 'CONSULT'],
    ]);
    expect(await store.verify()).toEqual([]);
  });

  test('leaves an edited title that is older than its account', async () => {
    await ingest(`${SHARED}.`, 'Herald');
    const [event] = await listed();
    if (event === undefined) throw new Error('there is no event');
    await timeline.editEvent(event.id, { title: 'The long call' }, BY_ADA);
    await timeline.purgeArticle(await ingest(FIRST, 'Gazette'), 'PRIVACY', 'ada');
    expect((await listed()).map(({ title, mentions }) => [title, mentions.length])).toEqual([
      ['The long call', 1],
    ]);
    expect((await timeline.getEventVersion(event.id, 3))?.title).toBe('The long call');
    expect(await store.verify()).toEqual([]);
  });

  test('takes the names of the audit trail with it', async () => {
    const id = await ingest('Ignatius Farquhar met Zebulon Quux on 7 December 2021.', 'Gazette');
    const [event] = await listed();
    if (event === undefined) throw new Error('there is no event');
    await timeline.editEvent(event.id, { type: 'AGREE' }, BY_ADA);
    expect(await isInFiles('Ignatius Farquhar')).toBe(true);
    await timeline.purgeArticle(id, 'PRIVACY', 'ada');
    for (const words of ['Farquhar', 'farquhar', 'Quux', 'quux'])
      expect([words, await isInFiles(words)]).toEqual([words, false]);
  });

  test('takes the samples of the planner with it', async () => {
    const id = await ingest('Ignatius Farquhar met Zebulon Quux on 7 December 2021.', 'Gazette');
    const database = connect(file);
    database.exec('ANALYZE');
    const samples = database.prepare('SELECT count(*) FROM sqlite_stat4').pluck();
    expect(samples.get()).toBeGreaterThan(0);
    database.close();
    await timeline.purgeArticle(id, 'PRIVACY', 'ada');
    for (const words of ['quiet-orchard', 'Farquhar', 'farquhar'])
      expect([words, await isInFiles(words)]).toEqual([words, false]);
  });

  test('leaves the names of hidden events', async () => {
    const id = await ingest(FIRST, 'Gazette');
    await ingest('Olaf Scholz met Emmanuel Macron in Paris on 10 December 2021.', 'Herald');
    const other = (await listed()).find(({ mentions }) => mentions[0]?.article.publisher === 'Herald');
    if (other === undefined) throw new Error('there is no event');
    const aliases = async () => (await store.findActors('Olaf Scholz')).map((actor) => actor.aliases);
    const before = await aliases();
    expect(before[0]).toContain('Scholz');
    await timeline.hideEvent(other.id, BY_ADA);
    await timeline.purgeArticle(id, 'PRIVACY', 'ada');
    await timeline.restoreEvent(other.id, BY_ADA);
    expect(await aliases()).toEqual(before);
  });

  test('does not come back from the memory of another connection', async () => {
    const elsewhere = await openStore(`sqlite:${file}`);
    const first = await ingest(FIRST, 'Gazette');
    const second = await ingest(`${SHARED} again.`, 'Herald');
    for (const id of [first, second]) await createTestTimeline(elsewhere).purgeArticle(id, 'PRIVACY', 'ada');
    await ingest(`${SHARED} once more.`, 'Courier', createTestTimeline(elsewhere));
    await ingest(`${SHARED} for long.`, 'Tribune', createTestTimeline(elsewhere));
    await elsewhere.close();
    await ingest(`${SHARED} a last time.`, 'Echo');
    const publishers = (await listed()).map(({ mentions }) =>
      mentions.map(({ article }) => article.publisher),
    );
    expect(publishers.map((names) => names.sort())).toEqual([['Courier', 'Echo', 'Tribune']]);
    expect(await isInFiles('zanzibarish')).toBe(false);
    expect(await store.verify()).toEqual([]);
  });

  test('takes reasons of editors with it that share a long word or a name with it', async () => {
    const id = await ingest(
      `${FIRST} Ignatius Quux met Zebulon Farquhar in Rome on 8 December 2021.`,
      'Gazette',
    );
    await ingest(`${SHARED}.`, 'Herald');
    const reasons = ['the call was Zanzibarish', 'asked by quux', 'it was a call', null];
    for (const event of await listed())
      for (const why of reasons) await timeline.editEvent(event.id, { type: 'AGREE' }, { by: 'ben', why });
    await timeline.retractArticle(id, { by: 'ben', why: 'Mr Farquhar was not there' });
    await timeline.purgeArticle(id, 'PRIVACY', 'ada');
    const entries = (await timeline.listAudit(null, ALL)).edges.map(({ node }) => node);
    const edits = [null, 'it was a call', '(removed)', '(removed)'];
    expect(entries.map(({ why }) => why)).toEqual(['PRIVACY', '(removed)', ...edits, ...edits]);
    for (const words of ['Zanzibarish', 'quux', 'Farquhar'])
      expect([words, await isInFiles(words)]).toEqual([words, false]);
    expect(await store.verify()).toEqual([]);
  });

  test('is the reason why its event is gone, however the event is asked for', async () => {
    const id = await ingest(ALONE, 'Gazette');
    const [event] = await listed();
    if (event === undefined) throw new Error('there is no event');
    await timeline.retractArticle(id, BY_ADA);
    expect(await timeline.lookUpEvent(event.id)).toEqual({ kind: 'withdrawn', revision: 2 });
    await timeline.purgeArticle(id, 'COURT_ORDER', 'ada');
    const refusal = {
      code: 'PURGED',
      message: `event "${event.id}" rested on an article that was removed (COURT_ORDER)`,
    };
    const asOf = requireCalendarDate('2021-12-21');
    for (const answer of [
      timeline.lookUpEvent(event.id),
      timeline.asJson('PUBLIC').getEvent(event.id),
      timeline.getEventVersion(event.id, 2),
      timeline.getEventAsOf(event.id, asOf),
      timeline.editEvent(event.id, { type: 'AGREE' }, BY_ADA),
    ])
      await expect(answer).rejects.toMatchObject(refusal);
    expect(await timeline.getEvents([event.id])).toEqual([undefined]);
  });

  test('leaves an event withdrawn whose last version rested on another article', async () => {
    const first = await ingest(FIRST, 'Gazette');
    const second = await ingest(`${SHARED}.`, 'Herald');
    const [event] = await listed();
    if (event === undefined) throw new Error('there is no event');
    await timeline.retractArticle(first, BY_ADA);
    await timeline.retractArticle(second, BY_ADA);
    await timeline.purgeArticle(first, 'PRIVACY', 'ada');
    expect(await timeline.lookUpEvent(event.id)).toEqual({ kind: 'withdrawn', revision: 4 });
    await expect(timeline.getEventVersion(event.id, 1)).rejects.toMatchObject({ code: 'PURGED' });
    expect(await timeline.getEventVersion(event.id, 4)).toBeUndefined();
  });

  test('is said to be left in the file while a long read holds the log, until it is purged again', async () => {
    const id = await ingest(FIRST, 'Gazette');
    const impatient = createSqliteStore(connect(file), { lockWaitMs: 0 });
    const reader = new Database(file, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT revision FROM store_state').get();
    await expect(createTestTimeline(impatient).purgeArticle(id, 'PRIVACY', 'ada')).rejects.toMatchObject({
      code: 'STORE_BUSY',
      message: `article "${id}" is removed, but the file still holds its bytes (the database is busy with another change): purge it again`,
    });
    expect([await listed(), await isInFiles('zanzibarish')]).toEqual([[], true]);
    reader.close();
    expect(await createTestTimeline(impatient).purgeArticle(id, 'PRIVACY', 'ada')).toMatchObject({
      outcome: 'UNCHANGED',
    });
    expect(await isInFiles('zanzibarish')).toBe(false);
    await impatient.close();
  });

  test('is in the audit trail with when and why, but not what', async () => {
    const id = await ingest(FIRST, 'Gazette');
    const [event] = await listed();
    if (event === undefined) throw new Error('there is no event');
    await timeline.editEvent(event.id, { type: 'CONSULT' }, { by: 'ben', why: 'a call' });
    await timeline.purgeArticle(id, 'COPYRIGHT', 'ada');
    const entries = (await timeline.listAudit(null, ALL)).edges.map(({ node }) => node);
    expect(
      entries.map(({ action, by, why, before }) => [action, by, why, before.map(({ title }) => title)]),
    ).toEqual([
      ['PURGE', 'ada', 'COPYRIGHT', []],
      ['EDIT', 'ben', 'a call', ['(removed)']],
    ]);
  });
});

test('an unknown article cannot be purged', async () => {
  await expect(timeline.purgeArticle('art_none' as ArticleId, 'OTHER', 'ada')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('history stays append-only outside a purge', async () => {
  await ingest(FIRST, 'Gazette');
  const database = new Database(file);
  addRowChecksum(database);
  for (const sql of ['DELETE FROM mention_versions', "UPDATE event_versions SET document = '{}'"])
    expect(() => database.exec(sql)).toThrow(/is append-only/);
  database.close();
});

test('a retracted text is not taken up again only because its address has another text now', async () => {
  const id = await ingest(FIRST, 'Gazette');
  await timeline.retractArticle(id, BY_ADA);
  const current = await ingest(ALONE, 'Gazette');
  await ingest(FIRST, 'Gazette');
  expect([(await store.getArticle(id))?.current, (await store.getArticle(current))?.current]).toEqual([
    false,
    true,
  ]);
});
