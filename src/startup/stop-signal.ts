import type { Logger } from 'pino';

/** The shell's numbers for a process that a signal ended: 128 and the signal's own. */
const KILLED = { SIGINT: 130, SIGTERM: 143 } as const;

type StopSignal = keyof typeof KILLED;

/** npm passes on a signal that a terminal or a supervisor sends to the server as well. Both arrive within this time. */
const PASSED_ON_MS = 1000;

const PARENT_CHECK_MS = 200;

/**
 * Aborted by the first SIGTERM or SIGINT, which asks the service to stop. A second one ends the process at once. So does the end
 * of the time that the service has for its stop, where it has one.
 */
export function stopSignal(
  log: Logger,
  startedBy: 'npm' | 'other',
  timeLimitMs = Number.POSITIVE_INFINITY,
): AbortSignal {
  const stopping = new AbortController();
  let stoppedAt = 0;
  const stop = (signal: StopSignal): void => {
    log.info({ signal }, 'stopping');
    stoppedAt = performance.now();
    stopping.abort();
    if (!Number.isFinite(timeLimitMs)) return;
    const leave = (): void => {
      log.warn({ timeLimitMs }, 'leaving what is still being done');
      endBy(signal);
    };
    setTimeout(leave, timeLimitMs).unref();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (!stopping.signal.aborted) return stop(name);
      if (startedBy === 'npm' && performance.now() - stoppedAt < PASSED_ON_MS) return;
      endBy(name);
    });
  if (startedBy === 'npm')
    whenParentEnds(() => {
      if (!stopping.signal.aborted) stop('SIGTERM');
    });
  return stopping.signal;
}

/**
 * Ends the process as the signal does by default, whatever its threads do: `process.exit` would wait for statements of SQLite.
 * The first process of a container is immune to signals of its own.
 */
function endBy(signal: StopSignal): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  process.exit(KILLED[signal]);
}

/**
 * npm passes SIGTERM to the shell that runs its script. Debian's shell (dash) waits for the server, and dies of the signal
 * without passing it on, so that the server gets another parent.
 */
function whenParentEnds(call: () => void): void {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    call();
  }, PARENT_CHECK_MS);
  check.unref();
}
