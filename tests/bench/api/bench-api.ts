import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textTable } from '../../../src/cli/output/text-table.ts';
import { InputProblem } from '../../eval/input-problem.ts';
import { plainTablesOf, storeOf } from './bench-files.ts';
import { compareExports } from './compare-exports.ts';
import { compareStarts } from './compare-starts.ts';
import { compareWorkload, ratioHeadings } from './compare-workload.ts';
import { knownPages } from './known-pages.ts';
import { measureHomePage } from './measure-home-page.ts';
import { measureNeighbours } from './measure-neighbours.ts';
import { requireSameAnswers } from './require-same-answers.ts';
import { type BenchFiles, type ServerProcess, withServers } from './server-process.ts';
import { CONTENDERS, type Contender, type Workload, workloadsOf } from './workloads.ts';

const RIVALS = join(import.meta.dirname, '..', 'rivals', 'node_modules');

/** `npm run bench -- api`: Dateline, the yardstick and other GraphQL servers on the same events, in turn. */
export async function benchApi(eventCount: number): Promise<void> {
  buildServers();
  const store = await storeOf(eventCount);
  const files: BenchFiles = { store, plain: plainTablesOf(store) };
  const workloads = workloadsOf(store, eventCount);
  console.log(
    `${eventCount} events, a server each, ratios to the yardstick: requests a second, then CPU time\n`,
  );
  await withServers(CONTENDERS, files, async (servers) => {
    for (const workload of workloads) await requireSameAnswers(servers, workload);
    await printRatios(servers, workloads.filter(isGraphql));
    const peaks = [...servers].map(([name, server]) => `${name} ${server.peakMb().toFixed(0)} MB`);
    console.log(`peak memory so far: ${peaks.join(', ')}\n`);
  });
  await withServers(['dateline', 'yardstick'], files, async (servers) => {
    const pages = workloads.filter((workload) => !isGraphql(workload));
    await printRatios(servers, [
      ...pages,
      ...(await Promise.all(pages.map((page) => knownPages(servers, page)))),
    ]);
  });
  console.log(textTable(await compareExports(files)));
  await withServers(['dateline'], files, async (servers) => {
    const dateline = servers.get('dateline');
    if (dateline !== undefined) console.log(textTable(await measureHomePage(dateline)));
    console.log(textTable(await measureNeighbours(servers, workloads)));
  });
  console.log(textTable(await compareStarts(['dateline'], files, workloads)));
}

/** Throws where the rivals are missing; builds Dateline as it is packed, and another checkout's where there is one. */
export function buildServers(against?: string): void {
  if (!existsSync(RIVALS))
    throw new InputProblem('the rivals are not installed: npm ci --prefix tests/bench/rivals');
  for (const folder of ['.', ...(against === undefined ? [] : [against])])
    execFileSync('npm', ['run', '-s', 'build'], { cwd: folder, stdio: 'inherit' });
}

const isGraphql = ({ requests }: Workload): boolean => requests.dateline?.[0]?.path === '/graphql';

async function printRatios(
  servers: ReadonlyMap<Contender, ServerProcess>,
  workloads: readonly Workload[],
): Promise<void> {
  const rows = [ratioHeadings(servers)];
  for (const workload of workloads) rows.push(await compareWorkload(servers, workload));
  console.log(textTable(rows));
}
