import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORMAT_NAMES } from '../../src/formats/export/event-format-names.ts';
import { type Run, runDateline } from '../support/run-dateline.ts';

let folder: string;

const run = (...args: readonly string[]): Promise<Run> =>
  runDateline(args, { folder, settings: { PUBLIC_ORIGIN: 'https://timeline.example' } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  await writeFile(
    join(folder, 'week.txt'),
    'Joe Biden spoke in Geneva on Tuesday. The council shut the dam in 2014.',
  );
  await run('ingest', 'week.txt');
});
afterAll(() => rm(folder, { recursive: true }));

test.each(FORMAT_NAMES)('export writes .%s', async (format) => {
  const { code, stdout } = await run('export', '--format', format, '--precision', 'day');
  expect([code, stdout.match(/evt_\w+/g)?.length]).toEqual([0, expect.any(Number)]);
});

test('the events that a format leaves out are counted on standard error', async () => {
  const { stdout, stderr } = await run('export', '--format', 'geojson', '--limit', '5');
  expect(JSON.parse(stdout).features).toHaveLength(1);
  expect(stderr).toBe('left out: 1 event (withoutCoordinates)\n');
});

test('a feed names the address under which REST has the same selection', async () => {
  const { stdout } = await run('export', '--format', 'atom', '--order', 'date-desc', '--text', 'Biden');
  expect(stdout).toContain('<id>https://timeline.example/v1/events.atom?order=-date&amp;text=Biden</id>');
});
