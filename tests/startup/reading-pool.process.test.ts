import { expect, test } from 'vitest';
import { openReadingPool } from '../../src/startup/threads/reading-pool.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createWriting } from '../../src/timeline/create-writing.ts';
import type { BulkInput } from '../../src/timeline/ingest/ingest-report.ts';
import { DEFAULT_ANCHOR, loadTestTools } from '../support/open-test-timeline.ts';

const ACTS = [
  'The mayor of Riga opened the new harbour on 3 December 2021.',
  'Latvia’s parliament approved the budget on Tuesday, the speaker said.',
  'The harbour of Riga was opened by the mayor on 3 December.',
  'Miners in Kohtla-Järve went on strike last week over their pay.',
];

/** Texts, pages and records that tell of the same acts again and again, and some that are refused. */
async function* inputs(): AsyncGenerator<BulkInput> {
  for (let number = 0; number < 24; number += 1) {
    const text = `${ACTS.slice(number % 3).join(' ')} That was said ${number} times.`;
    const isPage = number % 2 === 0;
    const bytes = Buffer.from(isPage ? `<title>Number ${number}</title><p>${text}</p>` : text);
    const name = `${number}.${isPage ? 'html' : 'txt'}`;
    const format = isPage ? 'html' : 'txt';
    yield {
      kind: 'document',
      document: { name, bytes: number === 7 ? Buffer.of(0xff) : bytes, sidecar: null, format },
      limits: { maxBytes: number === 8 ? 10 : 10_000 },
    };
  }
}

/** The reports and the events of a bulk ingest with a number of threads; 0 reads in this one. */
async function ingestBy(threads: number) {
  const store = await openStore('sqlite::memory:');
  const pool = openReadingPool({ names: {}, besideServer: false }, threads);
  const readers = threads === 0 ? {} : { readers: { ...pool, count: threads } };
  const writing = createWriting({
    store,
    loadTools: loadTestTools,
    ...readers,
    defaultAnchor: DEFAULT_ANCHOR,
  });
  const reports = [];
  for await (const report of writing.ingestArticles(inputs(), {})) reports.push(report);
  const order = { direction: 'FORWARD', size: 100, after: null } as const;
  const { items } = await store.listEvents({}, 'DATE', order);
  await pool.close();
  await store.close();
  return { reports, events: items };
}

test('bulk ingest makes the same timeline whatever the number of threads', async () => {
  const one = await ingestBy(0);
  const refused = one.reports.flatMap((report) => (report.kind === 'rejected' ? [report.name] : []));
  expect(refused).toEqual(['7.txt', '8.html']);
  expect(one.events.length).toBeGreaterThan(2);
  expect(await ingestBy(3)).toEqual(one);
});
