import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { type Measure, measureRound } from '../api/compare-workload.ts';
import { cpuMsOf, type ServerProcess } from '../api/server-process.ts';
import type { BenchRequest } from '../api/workloads.ts';

const LOAD = { connections: 4, seconds: 1 };

/** The first process of the PostgreSQL server of a URL, which runs on this machine. */
export async function clusterPid(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return parentOf(rows[0]?.pid ?? 0);
  } finally {
    await client.end();
  }
}

/** Loads a server over PostgreSQL for a while. The CPU time is that of both. */
export async function measureWithCluster(
  server: ServerProcess,
  requests: readonly BenchRequest[],
  cluster: number,
): Promise<Measure> {
  const before = clusterMs(cluster);
  const begin = performance.now();
  const own = await measureRound(server, requests, LOAD);
  const count = own.rate * ((performance.now() - begin) / 1000);
  return { rate: own.rate, cpuMs: own.cpuMs + (clusterMs(cluster) - before) / count };
}

const parentOf = (pid: number): number =>
  Number(
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')[1],
  );

/** The CPU time so far of all processes of a PostgreSQL server that run. */
function clusterMs(cluster: number): number {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.reduce((sum, pid) => {
    try {
      return parentOf(pid) === cluster ? sum + cpuMsOf(pid) : sum;
    } catch {
      // The process has ended.
      return sum;
    }
  }, 0);
}
