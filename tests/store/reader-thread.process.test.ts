import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { copied } from '../../src/domain/query/json-shape.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { openReaderThreads } from '../../src/store/sqlite/workers/open-reader-threads.ts';
import { buildChange, buildEvent, dayDate } from './build-event.ts';

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
  await store.saveArticle(buildChange({ events }));
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** A page that a search or an export asks for, which goes to the other thread. */
const EXPORT_PAGE = { direction: 'FORWARD', size: 200, after: null } as const;

/** A program that closes a thread which it has just asked something. */
const CLOSES_AT_ONCE = join(import.meta.dirname, 'close-at-once.ts');

/** As proc_pid_stat(5) and sched(7) have them. */
const NICE = '10';
const SCHED_IDLE = '5';

/** A container may be kept from it, or have a single processor. */
const knowsIdleTime = availableParallelism() > 1 && spawnSync('chrt', ['-i', '0', 'true']).status === 0;

/** What Linux knows of the threads of this process. */
async function threadStates(): Promise<
  readonly { readonly nice: string | undefined; readonly policy: string | undefined }[]
> {
  const ids = await readdir('/proc/self/task');
  return Promise.all(
    ids.map(async (id) => {
      const state = await readFile(`/proc/self/task/${id}/stat`, 'utf8').catch(() => '');
      const fields = state.replace(/^.*\) /, '').split(' ');
      return { nice: fields[16], policy: fields[38] };
    }),
  );
}

const niceThreads = async (): Promise<number> =>
  (await threadStates()).filter(({ nice }) => nice === NICE).length;

describe('the threads of a shared store', () => {
  test('reads what was just written', async () => {
    expect(await store.countEvents({})).toBe(150);
    expect((await store.listEvents({}, 'DATE', EXPORT_PAGE)).items).toHaveLength(150);
  });

  test('gives the events and the texts that the connection for writing gives', async () => {
    const light = { direction: 'FORWARD', size: 3, after: null } as const;
    const here = await store.listEvents({}, 'DATE', light);
    const there = await store.listEvents({}, 'DATE', EXPORT_PAGE);
    expect(there.items.slice(0, 3)).toEqual(here.items);
    const shape = copied('id', 'title');
    const texts = await store.documents.list({ text: 'bridge 7' }, 'DATE', light, shape);
    expect(texts.items.map(({ node }) => node)).toEqual(['{"id":"evt_e7","title":"Bridge 7 opens"}']);
  });

  test('refuses with the code that the store has for it', async () => {
    const after = { keys: [1], id: 'evt_e1' };
    await expect(store.listEvents({}, 'DATE', { ...EXPORT_PAGE, after })).rejects.toMatchObject({
      name: 'TimelineError',
      code: 'BAD_CURSOR',
    });
  });

  test('answers light questions while a heavy one is on its way', async () => {
    const order: string[] = [];
    await Promise.all([
      store.listEvents({}, 'DATE', EXPORT_PAGE).then(() => order.push('heavy')),
      store.readRevision().then(() => order.push('light')),
    ]);
    expect(order).toEqual(['light', 'heavy']);
  });

  // Other systems know no priority of a thread.
  test.runIf(process.platform === 'linux')('lets all other threads go first', async () => {
    await store.countEvents({});
    expect(await niceThreads()).toBe(1);
    expect(getPriority()).toBe(0);
  });

  test.runIf(knowsIdleTime)('takes only idle time when it has worked for a while', async () => {
    const other = await openStore(`sqlite:${join(folder, 'a.sqlite')}`, { shared: true });
    await vi.waitFor(
      async () => {
        await other.listEvents({}, 'DATE', EXPORT_PAGE);
        expect((await threadStates()).filter(({ policy }) => policy === SCHED_IDLE)).toHaveLength(1);
      },
      { timeout: 20_000, interval: 1 },
    );
    await other.close();
  });

  test.runIf(process.platform === 'linux')('is asked with another one where it is late', async () => {
    const before = await niceThreads();
    const threads = openReaderThreads(join(folder, 'a.sqlite'), 0);
    const counts = await Promise.all([threads.countEvents({}), threads.countEvents({ text: 'bridge 7' })]);
    // Two that are patient, one for each call, and the one that is asked when they are late.
    await vi.waitFor(async () => expect(await niceThreads()).toBe(before + 3));
    await threads.close();
    expect(counts).toEqual([150, 1]);
  });

  test('answers what it was asked before it closes', async () => {
    const other = await openStore(`sqlite:${join(folder, 'a.sqlite')}`, { shared: true });
    const counted = other.countEvents({});
    await other.close();
    expect(await counted).toBe(150);
  });

  test.runIf(process.platform === 'linux')('asks no other one for what is late while it closes', async () => {
    const before = await niceThreads();
    const threads = openReaderThreads(join(folder, 'a.sqlite'), 0);
    const counted = threads.countEvents({});
    await threads.close();
    expect(await counted).toBe(150);
    expect(await niceThreads()).toBe(before);
    await expect(threads.countEvents({})).rejects.toThrow('the reader thread is closed');
  });

  test('keeps the process running until it has closed', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      CLOSES_AT_ONCE,
      join(folder, 'a.sqlite'),
    ]);
    expect(stdout).toBe('closed\n');
  });
});
