import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../src/launcher.js', import.meta.url));

/** What a finished run of the command line said, and the code or the signal that ended it. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Where relative paths of the arguments begin. */
  readonly folder?: string;
  readonly input?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Node keeps compiled code there: most of what a short run does is compile. */
const COMPILED = join(tmpdir(), 'dateline-compiled');

/** Starts the real command line with nothing of the test's own environment but the path. */
export function startDateline(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const { folder = tmpdir(), settings = {} } = options;
  return spawn(process.execPath, [LAUNCHER, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILED, ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs the command line to its end. */
export async function runDateline(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = startDateline(args, options);
  child.stdin?.end(options.input ?? '');
  return finished(child);
}

/** What a started run has to say until it ends. */
export async function finished(child: ChildProcess): Promise<Run> {
  const ended = new Promise<Pick<Run, 'code' | 'signal'>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  return { ...(await ended), stdout, stderr };
}

const textOf = async (stream: NodeJS.ReadableStream | null): Promise<string> =>
  stream === null ? '' : text(stream);
