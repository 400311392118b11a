import { TimelineError } from '../../src/domain/errors.ts';
import { serveCalls } from '../../src/threads/serve-calls.ts';

/** Shared memory with how many calls have begun, have been stopped, and whether those at work may end. */
const BEGUN = 0;
const STOPPED = 1;
const MAY_END = 2;

export type HoldingMethods = {
  /** Gives the value once the gate is open. */
  hold(value: string): Promise<string>;
  fail(message: string): Promise<never>;
};

/* The program of a thread whose calls last until a test opens their gate. */
serveCalls((gate: Int32Array<SharedArrayBuffer>, isStopped) => {
  const methods: HoldingMethods = {
    hold: async (value) => {
      Atomics.add(gate, BEGUN, 1);
      Atomics.notify(gate, BEGUN);
      while (Atomics.load(gate, MAY_END) === 0) {
        if (isStopped()) {
          Atomics.add(gate, STOPPED, 1);
          Atomics.notify(gate, STOPPED);
          throw new Error('stopped');
        }
        Atomics.wait(gate, MAY_END, 0, 1);
      }
      return value;
    },
    fail: async (message) => {
      throw new TimelineError('BAD_FILTER', message, { details: { field: 'text' } });
    },
  };
  return { methods, close: async () => {} };
});
