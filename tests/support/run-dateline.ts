import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { COMPILE_CACHE } from './compile-cache.ts';

const LAUNCHER = fileURLToPath(new URL('../../src/launcher.js', import.meta.url));

/** The output of a finished run of the command line, and the code or the signal that ended it. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The folder from which relative paths in the arguments count. */
  readonly folder?: string;
  readonly input?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the real command line. Of the test's own environment it gets the path alone. */
export function startDateline(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const { folder = tmpdir(), settings = {} } = options;
  return spawn(process.execPath, [LAUNCHER, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...COMPILE_CACHE, ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs the command line to its end. */
export async function runDateline(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = startDateline(args, options);
  child.stdin?.end(options.input ?? '');
  return finished(child);
}

/** The output of a started run, up to its end. */
export async function finished(child: ChildProcess): Promise<Run> {
  const ended = new Promise<Pick<Run, 'code' | 'signal'>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  return { ...(await ended), stdout, stderr };
}

const textOf = async (stream: NodeJS.ReadableStream | null): Promise<string> =>
  stream === null ? '' : text(stream);
