import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { describeEventStore } from './contract.ts';

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

describeEventStore('SQLite', 'SQLite on file, its heavy reads in a thread', () => {
  files += 1;
  return openStore(`sqlite:${join(folder, `${files}.sqlite`)}`, { shared: true });
});
