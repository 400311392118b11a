import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Coverage, dispatch } from '../dispatches.ts';

/** Dispatches to ingest: `count` from the number `from` on. */
export interface Batch {
  readonly from: number;
  readonly count: number;
  readonly words: number;
  readonly coverage: Coverage;
}

/*
 * The program of a process that ingests dispatches with the code of one checkout into a store of its own. It answers each batch with
 * the milliseconds of CPU time on all its threads.
 */
const [checkout = '.'] = process.argv.slice(2);
const support = pathToFileURL(join(checkout, 'tests', 'support', 'open-test-timeline.ts'));
const { openTestTimeline } = await import(support.href);
const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
const { timeline, close } = await openTestTimeline(`sqlite:${join(folder, 'bench.sqlite')}`);

process.on('message', async ({ from, count, words, coverage }: Batch) => {
  const sources = Array.from({ length: count }, (_, index) => dispatch(from + index, words, coverage));
  const before = process.cpuUsage();
  for (const source of sources) await timeline.ingestArticle(source);
  const { user, system } = process.cpuUsage(before);
  process.send?.((user + system) / 1000);
});
process.on('disconnect', async () => {
  await close();
  await rm(folder, { recursive: true });
});
