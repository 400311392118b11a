import { spreadOf } from '../cpu-time.ts';
import { measureRound, ratioText } from './compare-workload.ts';
import type { ServerProcess } from './server-process.ts';
import type { BenchRequest } from './workloads.ts';

const ROUNDS = 7;
const LOAD = { connections: 4, seconds: 1 };
/** The first pages of a hundred ranges. Each web page of them has numbers of its own around its list. */
const ranges = (path: string): readonly BenchRequest[] =>
  Array.from({ length: 100 }, (_, n) => ({ path: `${path}${1800 + 2 * n}-01-01` }));
const PAGES: readonly {
  readonly name: string;
  readonly page: readonly BenchRequest[];
  readonly rest: readonly BenchRequest[];
}[] = [
  { name: '/', page: [{ path: '/' }], rest: [{ path: '/v1/events?limit=50' }] },
  { name: '/?from=', page: ranges('/?from='), rest: ranges('/v1/events?limit=50&from=') },
];

/** Rows of a table: the rate of web pages over that of the REST page with as many events, in the same round. */
export async function measureHomePage(server: ServerProcess): Promise<string[][]> {
  const rows = [['web pages', 'requests a second', 'rate: REST page with the same events']];
  for (const { name, page, rest } of PAGES) {
    const rates: number[] = [];
    const ratios: number[] = [];
    for (let round = -1; round < ROUNDS; round += 1) {
      const ofPage = await measureRound(server, page, LOAD);
      const ofRest = await measureRound(server, rest, LOAD);
      if (round < 0) continue;
      rates.push(ofPage.rate);
      ratios.push(ofPage.rate / ofRest.rate);
    }
    rows.push([name, spreadOf(rates).median.toFixed(0), ratioText(spreadOf(ratios))]);
  }
  return rows;
}
