import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleId } from '../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { loadTools } from '../../src/startup/load-tools.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { createTimeline } from '../../src/timeline/create-timeline.ts';
import { createWriting } from '../../src/timeline/create-writing.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';

const defaultAnchor = requireCalendarDate('2021-12-21');
const ALL = { first: 100 } as const;

let folder: string;
let store: EventStore;
let timeline: Timeline;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-purge-'));
  store = await openStore(`sqlite:${join(folder, 'a.sqlite')}`);
  const writing = createWriting({ store, loadTools: () => loadTools({}), defaultAnchor });
  timeline = createTimeline({ store, writing, defaultAnchor });
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function ingest(text: string, publisher: string): Promise<ArticleId> {
  const report = await timeline.ingestArticle({
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
  const { default: Database } = await import('better-sqlite3');
  const { addRowChecksum } = await import('../../src/store/sqlite/row-checksum.ts');
  const database = new Database(join(folder, 'a.sqlite'));
  addRowChecksum(database);
  for (const sql of ['DELETE FROM mention_versions', "UPDATE event_versions SET document = '{}'"])
    expect(() => database.exec(sql)).toThrow(/is append-only/);
  database.close();
});
