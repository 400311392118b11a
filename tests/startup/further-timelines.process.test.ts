import { rm, writeFile } from 'node:fs/promises';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openLimits } from '../../src/api/app-limits.ts';
import type { UsedApp } from '../../src/api/http/further-apps.ts';
import { readConfig } from '../../src/config.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { DEFAULT_RECORD } from '../../src/domain/timeline-record.ts';
import { type FurtherTimelines, openFurtherTimelines } from '../../src/startup/further-timelines.ts';
import { openJobQueue, openStore } from '../../src/store/open-store.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { articleJob } from '../../src/timeline/ingest/article-queue.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const POLLS = { timeout: 60_000, interval: 500 };

/** A server's further timelines: "basin", which has no file yet, and "harbour". */
async function openHarbour({
  most = 32,
  ...times
}: {
  readonly idleMs?: number;
  readonly longestOpeningMs?: number;
  readonly most?: number;
} = {}) {
  const settings = {
    DATABASE_URL: `sqlite:${await temporaryFolder()}/`,
    MAX_OPEN_TIMELINES: String(most),
    WRITE_TOKENS: ADAS_TOKEN.map(({ name, sha256 }) => `${name}:${sha256}`).join(','),
  };
  const config = readConfig(settings);
  const catalog = await openTimelineCatalog(config.databaseUrl);
  for (const slug of ['basin', 'harbour'])
    await catalog.create({
      slug,
      record: { ...DEFAULT_RECORD, name: slug },
      defaultAnchor: requireCalendarDate('2019-05-15'),
      namesFile: null,
    });
  const url = (await catalog.list())[1]?.databaseUrl ?? '';
  const log = pino({ level: 'silent' });
  const limits = openLimits({ log: false });
  const open = () => {
    const given = { log, metrics: undefined, limits };
    const further = openFurtherTimelines(config, catalog, given, times);
    onTestFinished(() => further.close());
    return further;
  };
  return { url, open, limits };
}

/** Waits until a timeline is open as another app than it was: it was closed in between. */
const reopened = (further: FurtherTimelines, slug: string, earlier: UsedApp | null): Promise<void> =>
  expect
    .poll(async () => {
      const used = await further.appOf(slug);
      used?.release();
      return used?.app !== earlier?.app;
    }, POLLS)
    .toBe(true);

test('a timeline that nobody uses is closed, and opened again by the next request; one in use stays open', async () => {
  const further = (await openHarbour({ idleMs: 50 })).open();
  const held = await further.appOf('basin');
  const first = await further.appOf('harbour');
  const second = await further.appOf('harbour');
  expect(second?.app).toBe(first?.app);
  first?.release();
  first?.release();
  second?.release();
  await reopened(further, 'harbour', first);
  const third = await further.appOf('harbour');
  expect((await third?.app.inject('/v1/events'))?.statusCode).toBe(200);
  expect((await further.appOf('basin'))?.app).toBe(held?.app);
});

test('the timeline unused for longest is closed where too many are open; one in use stays open', async () => {
  const further = (await openHarbour({ most: 1 })).open();
  const basin = await further.appOf('basin');
  const harbour = await further.appOf('harbour');
  harbour?.release();
  await reopened(further, 'harbour', harbour);
  const again = await further.appOf('basin');
  expect(again?.app).toBe(basin?.app);
});

test('a timeline that is closed ends its own streams and no other ones', async () => {
  const { open, limits } = await openHarbour({ most: 1 });
  const further = open();
  const basin = await further.appOf('basin');
  const follow = async () =>
    (await basin?.app.inject({ url: '/v1/changes/stream', payloadAsStream: true }))?.statusCode;
  expect(await follow()).toBe(200);
  const harbour = await further.appOf('harbour');
  harbour?.release();
  await reopened(further, 'harbour', harbour);
  expect(limits.followerPlaces.count()).toBe(1);
  expect(await follow()).toBe(200);
  await basin?.app.close();
  expect(limits.followerPlaces.count()).toBe(0);
});

test('a server goes on when a timeline is closed while a long change is made in it', async () => {
  const further = (await openHarbour({ most: 1 })).open();
  const basin = await further.appOf('basin');
  const days = Array.from(
    { length: 1500 },
    (_, n) => `France sent aid to Ukraine on ${1 + (n % 28)} May ${1900 + (n % 120)}.`,
  );
  const answer = basin?.app.inject({
    method: 'POST',
    url: '/v1/articles',
    headers: { ...BY_ADA, 'content-type': 'application/json' },
    payload: { text: days.join(' ') },
  });
  basin?.release();
  const harbour = await further.appOf('harbour');
  harbour?.release();
  await reopened(further, 'basin', basin);
  // The change is made or refused; it took the whole process along where it needed more than half a second.
  expect([201, 503]).toContain((await answer)?.statusCode);
  await further.close();
});

test('a timeline whose file is damaged is named with the reason, until it can be opened again', async () => {
  const { url, open } = await openHarbour();
  const further = open();
  (await further.appOf('basin'))?.release();
  expect(await further.readProblems()).toEqual(new Map([['basin', null]]));
  const file = url.replace('sqlite:', '');
  await writeFile(file, 'no database at all'.repeat(300));
  await expect(further.appOf('harbour')).rejects.toThrow();
  const problems = await further.readProblems();
  expect([...problems.keys()].toSorted()).toEqual(['basin', 'harbour']);
  expect(problems.get('basin')).toBeNull();
  expect(problems.get('harbour')).toMatch(/database/);
  await rm(file);
  (await further.appOf('harbour'))?.release();
  expect((await further.readProblems()).get('harbour')).toBeNull();
});

test('articles that wait in the queue of a further timeline are taken up at the start', async () => {
  const { url, open } = await openHarbour();
  await (await openStore(url)).close();
  const queue = await openJobQueue(url, { limit: 10 });
  onTestFinished(() => queue.close());
  const empty = { name: 'empty.txt', format: 'txt', restore: false, by: null } as const;
  await queue.enqueue([articleJob(empty, Buffer.from(' '))]);
  await open().takeUp();
  await expect.poll(() => queue.count(), { timeout: 60_000 }).toEqual({ QUEUED: 0, RUNNING: 0, FAILED: 1 });
});

test('a timeline whose opening takes too long is named with the reason until it is open', async () => {
  const further = (await openHarbour({ longestOpeningMs: 0 })).open();
  let isOpen = false;
  const seen: (string | null | undefined)[] = [];
  const opening = further.appOf('harbour').then(() => {
    isOpen = true;
  });
  while (!isOpen) {
    seen.push((await further.readProblems()).get('harbour'));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await opening;
  expect(seen).toContain('opening it takes long, or hangs');
  expect((await further.readProblems()).get('harbour')).toBe(null);
});
