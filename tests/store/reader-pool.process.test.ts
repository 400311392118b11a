import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copied } from '../../src/domain/query/json-shape.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { openReaderPool } from '../../src/store/sqlite/workers/reader-pool.ts';
import { buildChange, buildEvent, dayDate } from './build-event.ts';
import { saveArticle } from './save-change.ts';

const DAYS = Array.from(
  { length: 150 },
  (_, n) => `2021-${String(1 + Math.floor(n / 25)).padStart(2, '0')}-${10 + (n % 15)}`,
);

let folder: string;
let store: EventStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-thread-'));
  store = await openStore(`sqlite:${join(folder, 'a.sqlite')}`, { shared: true });
  const events = DAYS.map((day, n) =>
    buildEvent(`e${n}`, { title: `Bridge ${n} opens`, date: dayDate(day) }),
  );
  await saveArticle(store, buildChange({ events }));
  const other = await openStore(`sqlite:${join(folder, 'b.sqlite')}`);
  await saveArticle(other, buildChange({ events: [buildEvent('e')] }));
  await other.close();
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** A page of an export, which another thread reads. */
const EXPORT_PAGE = { direction: 'FORWARD', size: 200, after: null } as const;

/** A program that closes a pool right after a call. */
const CLOSES_AT_ONCE = join(import.meta.dirname, 'close-at-once.ts');

/** As proc_pid_stat(5) has it. */
const LOWER_PRIORITY = '10';

/** Other systems than Linux know no priority of a thread. */
const testOnLinux = test.runIf(process.platform === 'linux');

/** How many threads of this process run at the lower priority. */
async function lowerPriorityThreads(): Promise<number> {
  const ids = await readdir('/proc/self/task');
  const states = await Promise.all(
    ids.map((id) => readFile(`/proc/self/task/${id}/stat`, 'utf8').catch(() => '')),
  );
  return states.filter((state) => state.replace(/^.*\) /, '').split(' ')[16] === LOWER_PRIORITY).length;
}

describe('the threads of a shared store', () => {
  test('read what was just written', async () => {
    expect(await store.countEvents({})).toBe(150);
    expect((await store.listEvents({}, 'DATE', EXPORT_PAGE)).items).toHaveLength(150);
  });

  test('give the events and the texts that the connection for writing gives', async () => {
    const light = { direction: 'FORWARD', size: 3, after: null } as const;
    const here = await store.listEvents({}, 'DATE', light);
    const there = await store.listEvents({}, 'DATE', EXPORT_PAGE);
    const items = there.items.map(({ node, position }) => ({ node, position }));
    expect(items.slice(0, 3)).toEqual(here.items);
    const shape = copied('id', 'title');
    const texts = await store.documents.list({ text: 'bridge 7' }, 'DATE', light, shape);
    expect(texts.items.map(({ node }) => node)).toEqual(['{"id":"evt_e7","title":"Bridge 7 opens"}']);
  });

  test('refuse with the error code of the store', async () => {
    const after = { keys: [1], id: 'evt_e1' };
    await expect(store.listEvents({}, 'DATE', { ...EXPORT_PAGE, after })).rejects.toMatchObject({
      name: 'TimelineError',
      code: 'BAD_CURSOR',
    });
  });

  test('leave this thread free for light reads', async () => {
    const order: string[] = [];
    await Promise.all([
      store.listEvents({}, 'DATE', EXPORT_PAGE).then(() => order.push('heavy')),
      store.readRevision().then(() => order.push('light')),
    ]);
    expect(order).toEqual(['light', 'heavy']);
  });

  testOnLinux('have a lower priority than all other threads', async () => {
    await store.countEvents({});
    expect(await lowerPriorityThreads()).toBe(1);
    expect(getPriority()).toBe(0);
  });

  testOnLinux('are two while two reads are on their way, however many wait', async () => {
    const before = await lowerPriorityThreads();
    const pool = openReaderPool(join(folder, 'a.sqlite'));
    const counts = await Promise.all(
      [{}, { text: 'bridge 7' }, { text: 'bridge' }].map((filter) => pool.call('countEvents', [filter])),
    );
    expect(counts).toEqual([150, 1, 150]);
    expect(await lowerPriorityThreads()).toBe(before + 2);
    await pool.close();
    expect(await lowerPriorityThreads()).toBe(before);
  });

  test('reject the calls of a thread that failed, and answer the next by another thread', async () => {
    const file = join(folder, 'later.sqlite');
    const pool = openReaderPool(file);
    const failed = [pool.call('countEvents', [{}]), pool.call('countByBounds', [{}])];
    await expect(Promise.all(failed)).rejects.toThrow('unable to open database file');
    expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await copyFile(join(folder, 'b.sqlite'), file);
    expect(await pool.call('countEvents', [{}])).toBe(1);
    await pool.close();
  });

  test('give up the reads that are under way when the store is closed', async () => {
    const other = await openStore(`sqlite:${join(folder, 'a.sqlite')}`, { shared: true });
    const counted = expect(other.countEvents({})).rejects.toMatchObject({ code: 'STORE_BUSY' });
    await other.close();
    await counted;
  });

  testOnLinux('start no thread for a call that comes after closing', async () => {
    const before = await lowerPriorityThreads();
    const pool = openReaderPool(join(folder, 'a.sqlite'));
    const counted = pool.call('countEvents', [{}]);
    const closing = pool.close();
    await expect(pool.call('countEvents', [{}])).rejects.toThrow('the threads are closed');
    await closing;
    expect(await counted).toBe(150);
    await expect(pool.call('countEvents', [{}])).rejects.toThrow('the threads are closed');
    expect(await lowerPriorityThreads()).toBe(before);
  });

  test('keep the process running until they are closed', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      CLOSES_AT_ONCE,
      join(folder, 'a.sqlite'),
    ]);
    expect(stdout).toBe('closed\n');
  });
});
