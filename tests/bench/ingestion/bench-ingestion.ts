import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textTable } from '../../../src/cli/output/text-table.ts';
import type { Timeline } from '../../../src/timeline/timeline.ts';
import { openTestTimeline } from '../../support/open-test-timeline.ts';
import { type Coverage, dispatch } from '../dispatches.ts';

const LONG = 600;
const SHORT = 100;
/** Articles that warm up the reader before the measurement. */
const WARM_UP = 100;
const MEASURED = 500;

/** Measures the speed of ingestion, its slowdown as the store grows, and its memory. */
export async function benchIngestion(): Promise<void> {
  console.log('ingestion: CPU time of everything, reading, joining and saving to a file\n');
  for (const coverage of ['UNJOINED', 'JOINED'] as const) {
    await inNewStore(async (timeline) => reportSpeed(timeline, coverage));
    await inNewStore(async (timeline) => reportGrowth(timeline, coverage));
  }
}

async function reportSpeed(timeline: Timeline, coverage: Coverage): Promise<void> {
  await ingest(timeline, { from: 0, count: WARM_UP, words: LONG, coverage });
  const { seconds, events } = await ingest(timeline, {
    from: WARM_UP,
    count: MEASURED,
    words: LONG,
    coverage,
  });
  console.log(
    `${coverage}: ${(MEASURED / seconds).toFixed(0)} articles of ${LONG} words a second, ${(events / MEASURED).toFixed(1)} events an article\n`,
  );
}

/** The numbers of articles in the store at which the next articles are measured. */
const SIZES = [1000, 5000, 10_000, 20_000];

async function reportGrowth(timeline: Timeline, coverage: Coverage): Promise<void> {
  const rows: string[][] = [['articles in the store', 'ms an article', 'to the first', 'peak memory, MB']];
  let first = 0;
  let from = 0;
  for (const size of SIZES) {
    await ingest(timeline, { from, count: size - from, words: SHORT, coverage });
    const { seconds } = await ingest(timeline, { from: size, count: MEASURED, words: SHORT, coverage });
    from = size + MEASURED;
    const milliseconds = (1000 * seconds) / MEASURED;
    first = first === 0 ? milliseconds : first;
    const peak = process.resourceUsage().maxRSS / 1024;
    rows.push([String(size), milliseconds.toFixed(2), (milliseconds / first).toFixed(2), peak.toFixed(0)]);
  }
  console.log(textTable(rows));
}

/** Ingests dispatches one after the other. Returns the CPU seconds on all threads. */
async function ingest(
  timeline: Timeline,
  given: { from: number; count: number; words: number; coverage: Coverage },
): Promise<{ seconds: number; events: number }> {
  const before = process.cpuUsage();
  let events = 0;
  for (let number = given.from; number < given.from + given.count; number += 1)
    events += (await timeline.ingestArticle(dispatch(number, given.words, given.coverage))).eventCount;
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, events };
}

async function inNewStore(work: (timeline: Timeline) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const { timeline, close } = await openTestTimeline(`sqlite:${join(folder, 'bench.sqlite')}`);
  try {
    await work(timeline);
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}
