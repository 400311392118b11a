import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { type RunOptions, startDateline } from './run-dateline.ts';

/** The lines that a stream has brought so far, and a way to wait for a line. */
export interface WatchedLines {
  readonly lines: readonly string[];
  /** The first line that the pattern finds, among those brought and those still to come. */
  lineLike(pattern: RegExp): Promise<string>;
}

export interface RunningServer {
  readonly child: ChildProcess;
  readonly said: WatchedLines;
  readonly logged: WatchedLines;
  /** `http://127.0.0.1:40123`, as soon as the server listens. */
  origin(): Promise<string>;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts `dateline serve` on a free port; it is killed after the test if it still runs. */
export function startServer(options: RunOptions, args: readonly string[] = []): RunningServer {
  const child = startDateline(['serve', '--port', '0', ...args], options);
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = watchLines(child.stdout);
  const logged = watchLines(child.stderr);
  const exit = once(child, 'exit');
  return {
    child,
    said,
    logged,
    origin: async () => {
      const line = await said.lineLike(/listens on/).catch(() => logged.lines.join('\n'));
      const origin = /listens on (\S+)/.exec(line)?.[1];
      if (origin === undefined) throw new Error(`the server does not listen:\n${line}`);
      return origin;
    },
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await exit;
      return { code, signal: by };
    },
  };
}

function watchLines(stream: NodeJS.ReadableStream | null): WatchedLines {
  if (stream === null) throw new Error('the stream is not piped');
  const reader = createInterface({ input: stream });
  const lines: string[] = [];
  reader.on('line', (line) => lines.push(line));
  const lineLike = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = lines.find((line) => pattern.test(line));
      if (found !== undefined) return found;
      await Promise.race([once(reader, 'line'), once(reader, 'close').then(() => fail(pattern, lines))]);
    }
  };
  return { lines, lineLike };
}

function fail(pattern: RegExp, lines: readonly string[]): never {
  throw new Error(`no line like ${pattern} among:\n${lines.join('\n')}`);
}
