import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openLimits } from '../../src/api/app-limits.ts';
import { readConfig } from '../../src/config.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { DEFAULT_RECORD } from '../../src/domain/timeline-record.ts';
import { openFurtherTimelines } from '../../src/startup/further-timelines.ts';
import { openJobQueue, openStore } from '../../src/store/open-store.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { articleJob } from '../../src/timeline/ingest/article-queue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A server's further timelines: "basin", which has no file yet, and "harbour". */
async function openHarbour(idleMs?: number) {
  const config = readConfig({ DATABASE_URL: `sqlite:${await temporaryFolder()}/` });
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
  const open = () => {
    const given = { log, metrics: undefined, limits: openLimits({ log: false }) };
    const further = openFurtherTimelines(config, catalog, given, idleMs);
    onTestFinished(() => further.close());
    return further;
  };
  return { url, open };
}

test('a timeline that nobody uses is closed, and opened again by the next request; one in use stays open', async () => {
  const further = (await openHarbour(50)).open();
  const held = await further.appOf('basin');
  const first = await further.appOf('harbour');
  const second = await further.appOf('harbour');
  expect(second?.app).toBe(first?.app);
  first?.release();
  first?.release();
  second?.release();
  const isAnother = async (): Promise<boolean> => {
    const used = await further.appOf('harbour');
    used?.release();
    return used?.app !== first?.app;
  };
  await expect.poll(isAnother, { timeout: 60_000, interval: 500 }).toBe(true);
  const third = await further.appOf('harbour');
  expect((await third?.app.inject('/v1/events'))?.statusCode).toBe(200);
  expect((await further.appOf('basin'))?.app).toBe(held?.app);
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
