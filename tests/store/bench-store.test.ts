import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { writeStore } from '../bench/api/write-store.ts';

test('the store that benchmarks ask is as sound as one that the program wrote', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-test-'));
  const file = join(folder, 'events.sqlite');
  await writeStore(file, 200);
  const store = await openStore(`sqlite:${file}`);
  const problems = await store.verify();
  const { eventCount } = await store.readSummary();
  await store.close();
  await rm(folder, { recursive: true });
  expect([problems, eventCount]).toEqual([[], 200]);
});
