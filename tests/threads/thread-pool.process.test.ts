import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallOptions } from '../../src/threads/pending-call.ts';
import { openThreadPool, type ThreadPool } from '../../src/threads/thread-pool.ts';
import type { HoldingMethods } from './holding-thread.ts';

const FILE = join(import.meta.dirname, 'holding-thread.ts');
/** As `holding-thread.ts` has them: importing it would start its program here. */
const [BEGUN, STOPPED, MAY_END] = [0, 1, 2];

let gate: Int32Array<SharedArrayBuffer>;
let pool: ThreadPool<HoldingMethods>;

beforeEach(() => {
  gate = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  pool = openThreadPool<HoldingMethods>({ file: FILE, data: gate }, { threads: 1, waiting: 3 });
});

afterEach(async () => {
  openGate();
  await pool.close();
});

const hold = (value: string, options?: CallOptions): Promise<string> => pool.call('hold', [value], options);
const openGate = (): void => {
  Atomics.store(gate, MAY_END, 1);
  Atomics.notify(gate, MAY_END);
};

/** Waits, without blocking, until so many calls have begun or have been stopped. */
async function reached(place: typeof BEGUN | typeof STOPPED, count: number): Promise<void> {
  for (let now = Atomics.load(gate, place); now < count; now = Atomics.load(gate, place))
    await Atomics.waitAsync(gate, place, now).value;
}

describe('a call', () => {
  test('is answered by the thread', async () => {
    openGate();
    expect(await hold('one')).toBe('one');
  });

  test('keeps the code and the details of an error', async () => {
    await expect(pool.call('fail', ['no such word'])).rejects.toMatchObject({
      name: 'TimelineError',
      code: 'BAD_FILTER',
      message: 'no such word',
      details: { field: 'text' },
    });
  });

  test('that takes too long is refused, and its thread is free for the next', async () => {
    const refused = hold('one', { timeLimitMs: 20 });
    await expect(refused).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', details: { limitMs: 20 } });
    await reached(STOPPED, 1);
    openGate();
    expect(await hold('two')).toBe('two');
  });

  test('that waits too long for a thread is refused too, and never begins', async () => {
    const first = hold('one');
    await reached(BEGUN, 1);
    await expect(hold('two', { timeLimitMs: 20 })).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    openGate();
    expect(await first).toBe('one');
    expect(await hold('three')).toBe('three');
    expect(Atomics.load(gate, BEGUN)).toBe(2);
  });
});

describe('a call whose caller has gone', () => {
  test('never begins where it waits for a thread', async () => {
    const first = hold('one');
    await reached(BEGUN, 1);
    const caller = new AbortController();
    const waiting = hold('two', caller);
    caller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    openGate();
    expect([await first, await hold('three')]).toEqual(['one', 'three']);
    expect(Atomics.load(gate, BEGUN)).toBe(2);
  });

  test('is stopped where it runs', async () => {
    const caller = new AbortController();
    const running = hold('one', caller);
    await reached(BEGUN, 1);
    caller.abort(new Error('gone'));
    await expect(running).rejects.toThrow('gone');
    await reached(STOPPED, 1);
  });

  test('is not sent at all after the caller has gone', async () => {
    await expect(hold('one', { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
    expect(Atomics.load(gate, BEGUN)).toBe(0);
  });
});

describe('equal calls', () => {
  test('at the same state share one run', async () => {
    const calls = [hold('one', { state: 7 }), hold('one', { state: 7 })];
    await reached(BEGUN, 1);
    calls.push(hold('one', { state: 7 }));
    openGate();
    expect(await Promise.all(calls)).toEqual(['one', 'one', 'one']);
    expect(Atomics.load(gate, BEGUN)).toBe(1);
  });

  test.each<readonly [string, CallOptions]>([
    ['at another state', { state: 8 }],
    ['without a state', {}],
  ])('%s run for themselves', async (_, options) => {
    const calls = [hold('one', { state: 7 }), hold('one', options)];
    openGate();
    expect(await Promise.all(calls)).toEqual(['one', 'one']);
    expect(Atomics.load(gate, BEGUN)).toBe(2);
  });

  test('go on while one caller waits, and end with the last', async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const first = hold('one', { state: 7, signal: one.signal });
    const second = hold('one', { state: 7, signal: other.signal });
    await reached(BEGUN, 1);
    one.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(Atomics.load(gate, STOPPED)).toBe(0);
    other.abort(new Error('gone too'));
    await expect(second).rejects.toThrow('gone too');
    await reached(STOPPED, 1);
  });

  test('do not share the run of a call that was given up', async () => {
    const caller = new AbortController();
    const first = hold('one', { state: 7, signal: caller.signal });
    await reached(BEGUN, 1);
    caller.abort(new Error('gone'));
    const second = hold('one', { state: 7 });
    await expect(first).rejects.toThrow('gone');
    await reached(STOPPED, 1);
    openGate();
    expect(await second).toBe('one');
  });
});

describe('a pool', () => {
  test('refuses a call where as many wait as may, and takes the next when a place is free', async () => {
    const running = hold('one');
    await reached(BEGUN, 1);
    const caller = new AbortController();
    const waiting = [hold('two', caller), hold('three'), hold('four')];
    await expect(hold('five')).rejects.toMatchObject({ code: 'STORE_BUSY' });
    caller.abort(new Error('gone'));
    const late = hold('six');
    openGate();
    const outcomes = await Promise.allSettled([running, ...waiting, late]);
    expect(outcomes.map((each) => (each.status === 'fulfilled' ? each.value : each.reason.message))).toEqual([
      'one',
      'gone',
      'three',
      'four',
      'six',
    ]);
  });

  test('answers the calls that wait before it closes', async () => {
    const calls = [hold('one'), hold('two'), hold('three')];
    const closing = pool.close();
    openGate();
    await closing;
    expect(await Promise.all(calls)).toEqual(['one', 'two', 'three']);
    await expect(hold('four')).rejects.toThrow('the threads are closed');
  });

  test('gives up the calls that wait and stops those at work where it closes for a reason', async () => {
    const calls = Promise.allSettled([hold('one'), hold('two')]);
    await reached(BEGUN, 1);
    const reason = new Error('the server is stopping');
    await pool.close(reason);
    expect(await calls).toEqual(Array(2).fill({ status: 'rejected', reason }));
    expect([BEGUN, STOPPED].map((place) => Atomics.load(gate, place))).toEqual([1, 1]);
  });

  test('sends a thread as many calls as it may hold, and has them answered in order', async () => {
    const sending = openThreadPool<HoldingMethods>(
      { file: FILE, data: gate },
      { threads: 1, waiting: 3, sent: 2 },
    );
    const answered: string[] = [];
    const calls = ['one', 'two', 'three', 'four', 'five'].map(async (value) => {
      answered.push(await sending.call('hold', [value]));
    });
    await reached(BEGUN, 1);
    expect(sending.state().waiting).toBe(3);
    openGate();
    await Promise.all(calls);
    expect(answered).toEqual(['one', 'two', 'three', 'four', 'five']);
    await sending.close();
  });
});
