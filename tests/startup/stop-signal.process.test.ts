import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needPosix } from '../support/need-posix.ts';

const PROGRAM = join(import.meta.dirname, 'busy-service.ts');

/** Starts a service whose thread is in a long statement, with so much time for its stop. */
async function startBusy(timeLimitMs: number) {
  const child = spawn(process.execPath, [PROGRAM, String(timeLimitMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test.for<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
  'a service that has no more time to stop ends by the %s it got, although a thread is in a long statement',
  async (signal, context) => {
    needPosix(context);
    const child = await startBusy(50);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
  },
);

test('a second signal ends a service at once, although a thread is in a long statement', async (context) => {
  needPosix(context);
  const child = await startBusy(600_000);
  child.kill('SIGTERM');
  child.kill('SIGINT');
  const [code, signal] = await once(child, 'exit');
  expect(code).toBeNull();
  expect(['SIGTERM', 'SIGINT']).toContain(signal);
});
