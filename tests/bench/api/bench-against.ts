import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textTable } from '../../../src/cli/output/text-table.ts';
import { InputProblem } from '../../eval/input-problem.ts';
import { buildServers } from './bench-api.ts';
import { plainTablesOf, storeOf } from './bench-files.ts';
import { compareStarts } from './compare-starts.ts';
import { costText, measureWorkload, ratioOfCosts, ratioOfRates } from './compare-workload.ts';
import { requireSameAnswers } from './require-same-answers.ts';
import { type BenchFiles, withServers } from './server-process.ts';
import { workloadsOf } from './workloads.ts';

const ROUNDS = 15;
const HEADINGS = [
  'workload',
  'CPU µs',
  'requests a second',
  'CPU time',
  'CPU time, this: yardstick',
  'CPU time, other: yardstick',
];

/**
 * `npm run bench -- api --against FOLDER`: this checkout and another one over the same store, in turn. Ratios above 1 are
 * better than the other checkout, or than the yardstick.
 */
export async function benchAgainst(folder: string, eventCount: number): Promise<void> {
  if (!existsSync(join(folder, 'package.json')))
    throw new InputProblem(`${folder} is no checkout: it has no package.json`);
  buildServers(folder);
  const store = await storeOf(eventCount);
  const against = { checkout: folder, store: await storeOf(eventCount, folder) };
  const files: BenchFiles = { store, plain: plainTablesOf(store), against };
  const workloads = workloadsOf(store, eventCount);
  console.log(`${eventCount} events, this checkout over the other, median of ${ROUNDS} rounds\n`);
  await withServers(['dateline', 'against', 'yardstick'], files, async (servers) => {
    const rows = [HEADINGS];
    // Another checkout may choose other events for a text.
    const alike = new Map([...servers].filter(([name]) => name !== 'against'));
    for (const workload of workloads) await requireSameAnswers(alike, workload);
    for (const workload of workloads) {
      const measures = await measureWorkload(servers, workload, ROUNDS);
      rows.push([
        workload.name,
        costText(measures.get('dateline') ?? []),
        ratioOfRates(measures, 'dateline', 'against'),
        ratioOfCosts(measures, 'dateline', 'against'),
        ratioOfCosts(measures, 'dateline', 'yardstick'),
        ratioOfCosts(measures, 'against', 'yardstick'),
      ]);
    }
    console.log(textTable(rows));
    const peaks = [...servers].map(([name, server]) => `${name} ${server.peakMb().toFixed(0)} MB`);
    console.log(`peak memory: ${peaks.join(', ')}\n`);
  });
  console.log(textTable(await compareStarts(['dateline', 'against'], files, workloads)));
}
