import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_METADATA } from '../support/no-metadata.ts';
import { openTestTimeline, type TestTimeline } from '../support/open-test-timeline.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { wordOf } from './hostile-texts.ts';
import { withThreadCpu } from './thread-cpu.ts';

const ARTICLES = usualOrLong(160, 310);
const AT_FIRST = 20;
const SAMPLE = 10;

let opened: TestTimeline;

beforeAll(async () => {
  opened = await openTestTimeline();
});

afterAll(() => opened.close());

const THINGS = ['harbour', 'bridge', 'pipeline', 'border', 'river', 'tunnel', 'railway'];
const thing = (n: number): string => THINGS[n % THINGS.length] ?? '';

async function ingest(n: number): Promise<number> {
  const text = `President Vladimir Putin met Chancellor Olaf Scholz in Moscow on 1 March 2021 to discuss the ${thing(n)} and the ${thing(n * 3 + 1)}, officials said. Report ${wordOf(n)} came from the ${thing(n * 5 + 2)}.`;
  const { milliseconds } = await withThreadCpu(() =>
    opened.timeline.ingestArticle({ ...NO_METADATA, text, publisher: `Paper ${n}` }),
  );
  return milliseconds;
}

/** The median: single articles meet the garbage collector. */
const medianOf = (costs: readonly number[]): number =>
  costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0;

test('an event that many articles tell takes another for little more than its first ones', async () => {
  const costs: number[] = [];
  for (let n = 0; n < ARTICLES; n += 1) costs.push(await ingest(n));
  const [page] = (await opened.store.listEvents({}, 'DATE', { direction: 'FORWARD', size: 2, after: null }))
    .items;
  expect(page?.node.mentions).toHaveLength(ARTICLES);
  // 6 ms at first, 10 after 160 articles and 16 after 310, where they were 24 and 36.
  expect(medianOf(costs.slice(-SAMPLE))).toBeLessThan(
    usualOrLong(3, 5) * medianOf(costs.slice(AT_FIRST - SAMPLE, AT_FIRST)),
  );
});
