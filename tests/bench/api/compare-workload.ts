import { type Spread, spreadOf } from '../cpu-time.ts';
import { loadServer } from './load.ts';
import type { ServerProcess } from './server-process.ts';
import type { BenchRequest, Contender, Workload } from './workloads.ts';

const ROUNDS = 7;
const LOAD = { connections: 4, seconds: 1 };

type Servers = ReadonlyMap<Contender, ServerProcess>;

/** The measurements of a server in a round. */
export interface Measure {
  /** Requests a second. */
  readonly rate: number;
  /** CPU time a request, on all threads of the server, in milliseconds. */
  readonly cpuMs: number;
}

const rivalsOf = (servers: Servers): readonly Contender[] =>
  [...servers.keys()].filter((name) => name !== 'yardstick');

/** The first row of the table. */
export const ratioHeadings = (servers: Servers): string[] => [
  'workload',
  'yardstick /s',
  'CPU µs',
  ...rivalsOf(servers),
];

/**
 * A row of the table: the requests a second and the CPU time a request of each server, as ratios to the yardstick in the
 * same round. The least and the most of all rounds follow. More is better. A first round only warms up.
 */
export async function compareWorkload(servers: Servers, { name, requests }: Workload): Promise<string[]> {
  const measures = new Map<Contender, Measure[]>();
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [contender, server] of servers) {
      const own = requests[contender];
      if (own === undefined) continue;
      const measure = await measureRound(server, own, LOAD);
      if (round >= 0) measures.set(contender, [...(measures.get(contender) ?? []), measure]);
    }
  const base = measures.get('yardstick') ?? [];
  const cell = (contender: Contender): string => {
    const own = measures.get(contender);
    if (own === undefined) return '';
    const rates = own.map(({ rate }, round) => rate / (base[round]?.rate ?? Number.NaN));
    const costs = own.map(({ cpuMs }, round) => (base[round]?.cpuMs ?? Number.NaN) / cpuMs);
    return `${ratioText(spreadOf(rates))} ${ratioText(spreadOf(costs))}`;
  };
  const rate = spreadOf(base.map((measure) => measure.rate)).median;
  const cost = 1000 * spreadOf(base.map((measure) => measure.cpuMs)).median;
  return [name, rate.toFixed(0), cost.toFixed(0), ...rivalsOf(servers).map(cell)];
}

/** Loads a server for a while. */
export async function measureRound(
  server: ServerProcess,
  requests: readonly BenchRequest[],
  load: Parameters<typeof loadServer>[2],
): Promise<Measure> {
  const before = server.cpuMs();
  const { requests: count, seconds } = await loadServer(server.port, requests, load);
  return { rate: count / seconds, cpuMs: (server.cpuMs() - before) / count };
}

/** `1.05 (0.98–1.11)`. */
export const ratioText = ({ median, min, max }: Spread): string =>
  `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
