import { spreadOf } from '../cpu-time.ts';
import { ratioText } from './compare-workload.ts';
import { loadServer } from './load.ts';
import { readExport } from './read-export.ts';
import type { ServerProcess } from './server-process.ts';
import type { BenchRequest, Contender, Workload } from './workloads.ts';

const ROUNDS = 5;
const SECONDS = 1;

/** Counts for which the store has no table. */
const FILTERED_HISTOGRAM: BenchRequest = { path: '/v1/histogram?by=YEAR&type=ACCUSE' };

/** The share of its idle rate that an event by id keeps beside another client's large requests, one after the other. */
export async function measureNeighbours(
  servers: ReadonlyMap<Contender, ServerProcess>,
  workloads: readonly Workload[],
): Promise<readonly string[][]> {
  const port = servers.get('dateline')?.port;
  const requestsOf = (name: string) => workloads.find((one) => one.name === name)?.requests.dateline ?? [];
  if (port === undefined) throw new Error('Dateline is not running');
  const rateOfEvents = async (): Promise<number> => {
    const { requests, seconds } = await loadServer(port, requestsOf('event by id'), {
      connections: 2,
      seconds: SECONDS,
    });
    return requests / seconds;
  };
  const looping = (requests: readonly BenchRequest[]) => () =>
    loadServer(port, requests, { connections: 1, seconds: SECONDS });
  const neighbours: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['filtered histograms', looping([FILTERED_HISTOGRAM])],
    ['searches', looping(requestsOf('full text'))],
    ['an export', () => readExport(port, '/v1/events.ndjson', SECONDS)],
  ];
  await rateOfEvents();
  const rows = [['event by id beside', 'of its idle rate']];
  for (const [name, disturb] of neighbours) {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const idle = await rateOfEvents();
      const [disturbed] = await Promise.all([rateOfEvents(), disturb()]);
      ratios.push(disturbed / idle);
    }
    rows.push([name, ratioText(spreadOf(ratios))]);
  }
  return rows;
}
