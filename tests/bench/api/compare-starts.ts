import { Agent } from 'node:http';
import { spreadOf } from '../cpu-time.ts';
import { ratioText } from './compare-workload.ts';
import { answerTo } from './load.ts';
import { type BenchFiles, startServer } from './server-process.ts';
import type { Contender, Workload } from './workloads.ts';

const ROUNDS = 7;

/**
 * The time from the start of each process to its first answer, the servers in turn, and its ratio to that of a mercurius
 * that does nothing else.
 */
export async function compareStarts(
  contenders: readonly Contender[],
  files: BenchFiles,
  [workload]: readonly Workload[],
): Promise<readonly string[][]> {
  const times = new Map<Contender, number[]>();
  for (let round = -1; round < ROUNDS; round += 1)
    for (const contender of ['mercurius', ...contenders] as const) {
      const time = await firstAnswer(contender, files, workload);
      if (round >= 0) times.set(contender, [...(times.get(contender) ?? []), time]);
    }
  const base = times.get('mercurius') ?? [];
  return [
    ['start to first answer', 'ms', 'over mercurius'],
    ...[...times].map(([contender, own]) => [
      contender,
      spreadOf(own).median.toFixed(0),
      ratioText(spreadOf(own.map((time, round) => time / (base[round] ?? Number.NaN)))),
    ]),
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
