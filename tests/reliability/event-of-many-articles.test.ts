import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_METADATA } from '../support/no-metadata.ts';
import { openTestTimeline, type TestTimeline } from '../support/open-test-timeline.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { wordOf } from './hostile-texts.ts';
import { withThreadCpu } from './thread-cpu.ts';

const MANY = usualOrLong(150, 300);
const FEW = 10;
const SAMPLE = 11;

/** The same event, with articles of many papers and of a few. */
let many: TestTimeline;
let few: TestTimeline;

beforeAll(async () => {
  [many, few] = [await openTestTimeline(), await openTestTimeline()];
});

afterAll(async () => {
  await many.close();
  await few.close();
});

const THINGS = ['harbour', 'bridge', 'pipeline', 'border', 'river', 'tunnel', 'railway'];
const thing = (n: number): string => THINGS[n % THINGS.length] ?? '';

async function ingest({ timeline }: TestTimeline, n: number): Promise<number> {
  const text = `President Vladimir Putin met Chancellor Olaf Scholz in Moscow on 1 March 2021 to discuss the ${thing(n)} and the ${thing(n * 3 + 1)}, officials said. Report ${wordOf(n)} came from the ${thing(n * 5 + 2)}.`;
  const { milliseconds } = await withThreadCpu(() =>
    timeline.ingestArticle({ ...NO_METADATA, text, publisher: `Paper ${n}` }),
  );
  return milliseconds;
}

const medianOf = (ratios: readonly number[]): number =>
  ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;

test('an event that many articles tell takes another for little more than its first ones', async () => {
  for (let n = 0; n < MANY; n += 1) await ingest(many, n);
  for (let n = 0; n < FEW; n += 1) await ingest(few, n);
  const ratios: number[] = [];
  // In turn, so that other programs and the garbage collector slow both down.
  for (let n = 0; n < SAMPLE; n += 1) {
    const cost = await ingest(many, MANY + n);
    ratios.push(cost / (await ingest(few, FEW + n)));
  }
  const [page] = (await many.store.listEvents({}, 'DATE', { direction: 'FORWARD', size: 2, after: null }))
    .items;
  expect(page?.node.mentions).toHaveLength(MANY + SAMPLE);
  // 2.2 times after 160 articles.
  expect(medianOf(ratios)).toBeLessThan(usualOrLong(3, 5));
});
