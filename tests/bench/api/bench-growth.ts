import { textTable } from '../../../src/cli/output/text-table.ts';
import { spreadOf } from '../cpu-time.ts';
import { buildServers } from './bench-api.ts';
import { storeOf } from './bench-files.ts';
import { type Measure, measureRound, ratioText } from './compare-workload.ts';
import { readExport } from './read-export.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { type BenchRequest, type Workload, workloadsOf } from './workloads.ts';

export const SMALLEST = 10_000;
const ROUNDS = 3;
const LOAD = { connections: 4, seconds: 1 };

/** A server over a store of a number of events. */
export interface Sized {
  readonly count: number;
  readonly server: ServerProcess;
  readonly workloads: readonly Workload[];
}

/** `npm run bench -- growth`: the cost of a request in larger and larger stores, in turn, compared with the smallest store. */
export async function benchGrowth(largest: number): Promise<void> {
  buildServers();
  const sizes: Sized[] = [];
  try {
    for (let count = SMALLEST; count <= largest; count *= 10) {
      const store = await storeOf(count);
      const server = await startServer('dateline', { store, plain: '' });
      sizes.push({ count, server, workloads: workloadsOf(store, count) });
    }
    console.log(`CPU time a request, times that of ${SMALLEST} events\n`);
    console.log(textTable(await growthRows(sizes, (...given) => measureRound(...given, LOAD))));
  } finally {
    for (const { server } of sizes) await server.stop();
  }
  await printExport(largest);
}

type MeasureServer = (server: ServerProcess, requests: readonly BenchRequest[]) => Promise<Measure>;

/** A table with a row for each workload: the CPU time of the smallest store, and its multiples in the others. */
export async function growthRows(
  sizes: readonly Sized[],
  measure: MeasureServer,
): Promise<readonly (readonly string[])[]> {
  const rows = [['workload', 'CPU µs', ...sizes.slice(1).map(({ count }) => String(count))]];
  for (const [index, { name }] of (sizes[0]?.workloads ?? []).entries())
    rows.push([name, ...(await growthOf(sizes, index, measure))]);
  return rows;
}

async function growthOf(
  sizes: readonly Sized[],
  workload: number,
  measure: MeasureServer,
): Promise<readonly string[]> {
  const costs = new Map<Sized, number[]>(sizes.map((size) => [size, []]));
  for (let round = -1; round < ROUNDS; round += 1)
    for (const size of sizes) {
      const requests = size.workloads[workload]?.requests.dateline ?? [];
      const { cpuMs } = await measure(size.server, requests);
      if (round >= 0) costs.get(size)?.push(cpuMs);
    }
  const [base = [], ...others] = costs.values();
  const ratios = others.map((own) => own.map((cost, round) => cost / (base[round] ?? Number.NaN)));
  return [(1000 * spreadOf(base).median).toFixed(0), ...ratios.map((own) => ratioText(spreadOf(own)))];
}

/** The time of a request in a server without other load. */
async function printExport(count: number): Promise<void> {
  const server = await startServer('dateline', { store: await storeOf(count), plain: '' });
  const { bytes, seconds, firstByteMs } = await readExport(server.port, '/v1/events.ndjson');
  const rate = (bytes / 1e6 / seconds).toFixed(0);
  const peak = server.peakMb().toFixed(0);
  await server.stop();
  console.log(
    `export of ${count} events: ${rate} MB a second, first byte after ${firstByteMs.toFixed(0)} ms, peak memory ${peak} MB`,
  );
}
