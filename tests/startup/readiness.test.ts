import { describe, expect, test } from 'vitest';
import {
  hasRoom,
  isSound,
  opensInTime,
  readinessBy,
  readinessOfAll,
  storeAnswers,
  threadsAnswer,
} from '../../src/startup/readiness.ts';

const FINE = async () => null;

test('the service is ready while no check has a reason against it', async () => {
  expect(await readinessBy([FINE, FINE])()).toEqual({ ready: true });
});

test('the first reason is given', async () => {
  const state = await readinessBy([FINE, async () => 'first', async () => 'second'])();
  expect(state).toEqual({ ready: false, reason: 'first' });
});

test('a database that does not answer is a reason', async () => {
  const readRevision = async () => Promise.reject(new Error('disk I/O error'));
  expect(await storeAnswers({ readRevision })()).toBe('the database does not answer');
  expect(await storeAnswers({ readRevision: async () => 7 })()).toBe(null);
});

test('a disk without room for changes is a reason; a database in memory needs none', async () => {
  expect(await hasRoom('package.json', Number.MAX_SAFE_INTEGER)()).toBe('the disk of the database is full');
  expect(await hasRoom('package.json', 1)()).toBe(null);
  expect(await hasRoom(null)()).toBe(null);
});

test('a call that hangs in a thread is a reason', async () => {
  const pools = new Map([
    ['reads', () => ({ waiting: 7, oldestMs: 59_000 })],
    ['changes', () => ({ waiting: 0, oldestMs: 0 })],
  ]);
  expect(await threadsAnswer(pools)()).toBe(null);
  pools.set('changes', () => ({ waiting: 0, oldestMs: 61_000 }));
  expect(await threadsAnswer(pools)()).toBe('a call hangs in the threads for changes');
});

test('an opening that takes longer than it may is a reason', async () => {
  expect(await opensInTime()()).toEqual({ ready: true });
  expect(await opensInTime(0)()).toEqual({ ready: false, reason: 'opening it takes long, or hangs' });
});

test('damage that was found after the start is a reason', async () => {
  const damage: string[] = [];
  const check = isSound(damage);
  expect(await check()).toBe(null);
  damage.push('row 7 missing from index');
  expect(await check()).toBe('the database is damaged');
});

describe('a server of several timelines', () => {
  const others = new Map([
    ['basin', null],
    ['harbour', 'the database is damaged'],
  ]);
  const readProblems = async () => others;

  test('is ready while the default one is, and names the others that cannot be answered for', async () => {
    expect(await readinessOfAll(async () => ({ ready: true }), { readProblems })()).toEqual({
      ready: true,
      failingTimelines: [{ slug: 'harbour', reason: 'the database is damaged' }],
    });
  });

  test('is not ready where the default one is not', async () => {
    const state = { ready: false, reason: 'the database does not answer' } as const;
    expect(await readinessOfAll(async () => state, { readProblems })()).toBe(state);
  });
});
