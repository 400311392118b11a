import { Agent } from 'node:http';
import { spreadOf } from '../cpu-time.ts';
import { ratioText } from './compare-workload.ts';
import { answerTo } from './load.ts';
import { type BenchFiles, startServer } from './server-process.ts';
import type { Contender, Workload } from './workloads.ts';

const ROUNDS = 7;

/** Measures the time from the start of a process to its first answer, in turn. The base is a server of mercurius alone. */
export async function compareStarts(
  files: BenchFiles,
  [workload]: readonly Workload[],
): Promise<readonly string[][]> {
  const times: Record<'dateline' | 'mercurius', number[]> = { dateline: [], mercurius: [] };
  for (let round = -1; round < ROUNDS; round += 1)
    for (const contender of ['mercurius', 'dateline'] as const) {
      const time = await firstAnswer(contender, files, workload);
      if (round >= 0) times[contender].push(time);
    }
  const ratios = times.dateline.map((time, round) => time / (times.mercurius[round] ?? Number.NaN));
  const [dateline, mercurius] = [spreadOf(times.dateline), spreadOf(times.mercurius)];
  return [
    ['start to first answer', 'ms', 'over mercurius'],
    ['mercurius', mercurius.median.toFixed(0), ''],
    ['dateline', dateline.median.toFixed(0), ratioText(spreadOf(ratios))],
  ];
}

async function firstAnswer(
  contender: Contender,
  files: BenchFiles,
  workload: Workload | undefined,
): Promise<number> {
  const request = workload?.requests[contender]?.[0];
  if (request === undefined) throw new Error('a workload without requests');
  const begin = performance.now();
  const server = await startServer(contender, files);
  const agent = new Agent();
  await answerTo(agent, server.port, request);
  const time = performance.now() - begin;
  agent.destroy();
  await server.stop();
  return time;
}
