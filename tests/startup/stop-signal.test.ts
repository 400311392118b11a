import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { stopSignal } from '../../src/startup/stop-signal.ts';

/** The signals that the log names, from a service that was asked to stop by some of them in a row. */
function stoppedBy(...signals: readonly NodeJS.Signals[]): readonly string[] {
  const lines: string[] = [];
  const before = new Set([...process.listeners('SIGTERM'), ...process.listeners('SIGINT')]);
  const stopping = stopSignal(pino({ base: null }, { write: (line) => void lines.push(line) }), 'npm');
  onTestFinished(() => {
    for (const name of ['SIGTERM', 'SIGINT'] as const)
      for (const listener of process.listeners(name)) if (!before.has(listener)) process.off(name, listener);
  });
  expect(stopping.aborted).toBe(false);
  for (const signal of signals) process.emit(signal);
  expect(stopping.aborted).toBe(true);
  return lines.map((line) => JSON.parse(line).signal);
}

test.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
  '%s that npm passes on after the server got it too counts once',
  (signal) => expect(stoppedBy(signal, signal)).toEqual([signal]),
);
