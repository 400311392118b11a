import { type Spread, spreadOf } from '../cpu-time.ts';
import { loadServer } from './load.ts';
import type { ServerProcess } from './server-process.ts';
import type { BenchRequest, Contender, Workload } from './workloads.ts';

const ROUNDS = 7;
const LOAD = { connections: 4, seconds: 1 };

type Servers = ReadonlyMap<Contender, ServerProcess>;

/** Each server's rounds, in their order. */
export type Measures = ReadonlyMap<Contender, readonly Measure[]>;

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
 * same round. The least and the most of all rounds follow. More is better.
 */
export async function compareWorkload(servers: Servers, workload: Workload): Promise<string[]> {
  const measures = await measureWorkload(servers, workload, ROUNDS);
  const base = measures.get('yardstick') ?? [];
  const cell = (contender: Contender): string =>
    measures.has(contender)
      ? `${ratioOfRates(measures, contender, 'yardstick')} ${ratioOfCosts(measures, contender, 'yardstick')}`
      : '';
  const rate = spreadOf(base.map((measure) => measure.rate)).median;
  return [workload.name, rate.toFixed(0), costText(base), ...rivalsOf(servers).map(cell)];
}

/** Loads the servers in turn. A first round only warms up. */
export async function measureWorkload(
  servers: Servers,
  { requests }: Workload,
  rounds: number,
): Promise<Measures> {
  const measures = new Map<Contender, Measure[]>();
  for (let round = -1; round < rounds; round += 1)
    for (const [contender, server] of servers) {
      const own = requests[contender];
      if (own === undefined) continue;
      const measure = await measureRound(server, own, LOAD);
      if (round >= 0) measures.set(contender, [...(measures.get(contender) ?? []), measure]);
    }
  return measures;
}

/** CPU time a request in microseconds, the median of all rounds. */
export const costText = (measures: readonly Measure[]): string =>
  (1000 * spreadOf(measures.map(({ cpuMs }) => cpuMs)).median).toFixed(0);

/** Requests a second of one server over those of another in the same round. */
export const ratioOfRates = (measures: Measures, own: Contender, base: Contender): string =>
  ratioOfRounds(measures, own, base, ({ rate }) => rate);

/** How many requests one server answers in the CPU time that another takes for one. */
export const ratioOfCosts = (measures: Measures, own: Contender, base: Contender): string =>
  ratioOfRounds(measures, own, base, ({ cpuMs }) => 1 / cpuMs);

function ratioOfRounds(
  measures: Measures,
  own: Contender,
  base: Contender,
  figure: (measure: Measure) => number,
): string {
  const others = (measures.get(base) ?? []).map(figure);
  const ratios = (measures.get(own) ?? []).map(
    (measure, round) => figure(measure) / (others[round] ?? Number.NaN),
  );
  return ratioText(spreadOf(ratios));
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
