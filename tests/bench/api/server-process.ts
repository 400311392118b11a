import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { Contender } from './workloads.ts';

export const RIVALS = join(import.meta.dirname, '..', 'rivals');
const CHECKOUT = join(import.meta.dirname, '..', '..', '..');

/** A checkout's program as it is packed, so that no types are stripped at the start, with the flags of its `npm start`. */
function launchOf(checkout: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const flags = /node((?: --\S+)*)/.exec(scripts.start)?.[1]?.trim().split(' ') ?? [];
  return [...flags.filter((flag) => flag !== ''), join(checkout, 'dist', 'launcher.js')];
}

/** A server in a process of its own, as for its users. */
export interface ServerProcess {
  readonly port: number;
  /** User and system time so far on all threads, in milliseconds. */
  cpuMs(): number;
  /** Whether a process that it has started still runs. */
  hasChildren(): boolean;
  /** Peak memory in MB. */
  peakMb(): number;
  stop(): Promise<void>;
}

/** The databases of the servers: a store of Dateline's, and the same events on plain tables. */
export interface BenchFiles {
  readonly store: string;
  readonly plain: string;
  /** Another checkout, whose server is the contender `against`, and the same events in a store of its own schema. */
  readonly against?: { readonly checkout: string; readonly store: string };
}

/** Linux counts the time of processes in hundredths of a second. */
const TICK_MS = 10;

/** User and system time of a process so far. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return TICK_MS * (Number(fields[11]) + Number(fields[12]));
}

export async function startServer(contender: Contender, files: BenchFiles): Promise<ServerProcess> {
  const own = {
    dateline: { checkout: CHECKOUT, store: files.store },
    against: files.against,
  }[String(contender)];
  return own === undefined
    ? startProcess([join(RIVALS, `${contender}.js`), files.plain])
    : serveDatabase(`sqlite:${own.store}`, own.checkout);
}

/** Lets a checkout serve a database, as DATABASE_URL names it, at any port. */
export const serveDatabase = (url: string, checkout: string = CHECKOUT): Promise<ServerProcess> =>
  startProcess([...launchOf(checkout), 'serve', '--no-seeds', '--port', '0'], { DATABASE_URL: url });

/** Starts a program that serves HTTP and prints its port. */
export async function startProcess(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      RESPONSE_CACHE_BYTES: '0',
      ...settings,
    },
  });
  const port = await portOf(child);
  return {
    port,
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    hasChildren: () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8') !== '',
    peakMb: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** A server that takes at most one tick in this time has no work left from its start. */
const IDLE_MS = 1000;

/** After a start, Dateline looks a large file through in another process. That is no part of the cost of a request. */
export async function untilIdle({ cpuMs, hasChildren }: ServerProcess): Promise<void> {
  for (let before = Number.NEGATIVE_INFINITY; hasChildren() || cpuMs() - before > TICK_MS; ) {
    before = cpuMs();
    await setTimeout(IDLE_MS);
  }
}

/** Runs servers for as long as `work` takes, which begins when they are idle. */
export async function withServers<T>(
  contenders: readonly Contender[],
  files: BenchFiles,
  work: (servers: ReadonlyMap<Contender, ServerProcess>) => Promise<T>,
): Promise<T> {
  const servers = new Map<Contender, ServerProcess>();
  try {
    for (const contender of contenders) servers.set(contender, await startServer(contender, files));
    for (const server of servers.values()) await untilIdle(server);
    return await work(servers);
  } finally {
    for (const server of servers.values()) await server.stop();
  }
}

/** Each server prints a line with its port when it listens. */
async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('a server without an output');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /(?:listening on |http:\/\/127\.0\.0\.1:)(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return Number(port);
  }
  throw new Error('a server ended before it listened');
}
