import type { Logger } from 'pino';

/** The shell's numbers for a process that a signal ended: 128 and the signal's own. */
const KILLED = { SIGINT: 130, SIGTERM: 143 } as const;

/** npm passes on a signal that a terminal or a supervisor sends to the server as well. Both arrive within this time. */
const PASSED_ON_MS = 1000;

const PARENT_CHECK_MS = 200;

/** Aborted by the first SIGTERM or SIGINT, which asks the service to stop. A second one ends the process at once. */
export function stopSignal(log: Logger, startedBy: 'npm' | 'other'): AbortSignal {
  const stopping = new AbortController();
  let stoppedAt = 0;
  const stop = (signal: keyof typeof KILLED): void => {
    log.info({ signal }, 'stopping');
    stoppedAt = performance.now();
    stopping.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (!stopping.signal.aborted) return stop(name);
      if (startedBy === 'npm' && performance.now() - stoppedAt < PASSED_ON_MS) return;
      process.exit(KILLED[name]);
    });
  if (startedBy === 'npm')
    whenParentEnds(() => {
      if (!stopping.signal.aborted) stop('SIGTERM');
    });
  return stopping.signal;
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
