import { Agent } from 'node:http';
import { answerTo } from './load.ts';
import type { ServerProcess } from './server-process.ts';
import type { Contender, Workload } from './workloads.ts';

/** The same pages for a client that has them already. The yardstick has no entity tags and sends them again. */
export async function knownPages(
  servers: ReadonlyMap<Contender, ServerProcess>,
  { name, requests, common }: Workload,
): Promise<Workload> {
  const port = servers.get('dateline')?.port;
  if (port === undefined || requests.dateline === undefined) throw new Error(`${name} is not asked for`);
  const agent = new Agent({ keepAlive: true });
  const known = [];
  for (const request of requests.dateline) {
    const { etag = '' } = await answerTo(agent, port, request);
    known.push({ ...request, headers: { 'if-none-match': etag } });
  }
  agent.destroy();
  return { name: `${name}, unchanged (304)`, common, requests: { ...requests, dateline: known } };
}
