import { isDeepStrictEqual } from 'node:util';
import { spreadOf } from '../cpu-time.ts';
import { ratioText } from './compare-workload.ts';
import { type ReadExport, readExport, readLines } from './read-export.ts';
import { type BenchFiles, type ServerProcess, withServers } from './server-process.ts';
import type { Contender } from './workloads.ts';

const ROUNDS = 5;
const PATHS = { dateline: '/v1/events.ndjson', yardstick: '/W7' } as const;

type Measure = ReadExport & { readonly cpuMs: number };

/** Compares exports of all events as NDJSON from two servers in turn. Throws where the exports differ. */
export function compareExports(files: BenchFiles): Promise<readonly string[][]> {
  return withServers(['dateline', 'yardstick'], files, async (servers) => {
    await requireSameExports(servers);
    const measures: Record<keyof typeof PATHS, Measure[]> = { dateline: [], yardstick: [] };
    for (let round = -1; round < ROUNDS; round += 1)
      for (const contender of ['dateline', 'yardstick'] as const) {
        const server = servers.get(contender);
        if (server === undefined) throw new Error(`${contender} is not running`);
        const before = server.cpuMs();
        const read = await readExport(server.port, PATHS[contender]);
        if (round >= 0) measures[contender].push({ ...read, cpuMs: server.cpuMs() - before });
      }
    const [own] = measures.dateline;
    const row = (contender: keyof typeof PATHS): string[] => {
      const all = measures[contender];
      const rates = all.map((each, round) => {
        const base = measures.yardstick[round];
        return each.bytes / each.seconds / ((base?.bytes ?? Number.NaN) / (base?.seconds ?? Number.NaN));
      });
      const costs = all.map(({ cpuMs }, round) => (measures.yardstick[round]?.cpuMs ?? Number.NaN) / cpuMs);
      const firstByte = spreadOf(all.map(({ firstByteMs }) => firstByteMs));
      return [
        contender,
        ratioText(spreadOf(rates)),
        ratioText(spreadOf(costs)),
        `${firstByte.median.toFixed(0)} ms (at most ${firstByte.max.toFixed(0)})`,
        `${servers.get(contender)?.peakMb().toFixed(0)} MB`,
      ];
    };
    const megabytes = ((own?.bytes ?? 0) / 1e6).toFixed(0);
    const headings = [`export of ${megabytes} MB`, 'bytes a second', 'CPU time', 'first byte', 'peak memory'];
    return [headings, row('dateline'), row('yardstick')];
  });
}

/** A server may write a number with more digits than it needs. */
async function requireSameExports(servers: ReadonlyMap<Contender, ServerProcess>): Promise<void> {
  const linesOf = (contender: keyof typeof PATHS) =>
    readLines(servers.get(contender)?.port ?? 0, PATHS[contender]);
  const expected = linesOf('yardstick');
  for await (const line of linesOf('dateline')) {
    const { value } = await expected.next();
    if (!isDeepStrictEqual(line, value)) throw new Error(`the exports differ in ${JSON.stringify(line)}`);
  }
  if ((await expected.next()).done !== true) throw new Error('the export ends too early');
}
