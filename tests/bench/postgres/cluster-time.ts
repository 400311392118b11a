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

/** The fields of `/proc/PID/stat` from the state of the process on. */
const statOf = (pid: number): readonly string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');

const parentOf = (pid: number): number => Number(statOf(pid)[1]);

const TICK_MS = 10;

/** The CPU time so far of all processes of a PostgreSQL server, those that have ended included. */
export function clusterMs(cluster: number): number {
  const [ofEndedUser, ofEndedSystem] = statOf(cluster).slice(13, 15).map(Number);
  const ended = TICK_MS * ((ofEndedUser ?? 0) + (ofEndedSystem ?? 0));
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.reduce((sum, pid) => {
    try {
      return pid === cluster || parentOf(pid) === cluster ? sum + cpuMsOf(pid) : sum;
    } catch {
      // The process has ended.
      return sum;
    }
  }, ended);
}
