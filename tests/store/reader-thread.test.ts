import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copied } from '../../src/domain/json-shape.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { openStore } from '../../src/store/open-store.ts';
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

describe('the thread of a shared store', () => {
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
    const threads = await readdir('/proc/self/task');
    const niceValues = await Promise.all(
      threads.map(async (id) => {
        const state = await readFile(`/proc/self/task/${id}/stat`, 'utf8').catch(() => '');
        return state.replace(/^.*\) /, '').split(' ')[16];
      }),
    );
    expect(niceValues.filter((nice) => nice === '10')).toEqual(['10']);
    expect(getPriority()).toBe(0);
  });

  test('answers what it was asked before it closes', async () => {
    const other = await openStore(`sqlite:${join(folder, 'a.sqlite')}`, { shared: true });
    const counted = other.countEvents({});
    await other.close();
    expect(await counted).toBe(150);
  });
});
