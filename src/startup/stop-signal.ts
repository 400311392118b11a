import type { Logger } from 'pino';

/** The shell's numbers for a process that a signal ended: 128 and the signal's own. */
const KILLED = { SIGINT: 130, SIGTERM: 143 } as const;

/** Aborted by the first SIGTERM or SIGINT, which asks the service to stop; a second one ends the process at once. */
export function stopSignal(log: Logger): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(KILLED[name]);
      log.info({ signal: name }, 'stopping');
      stopping.abort();
    });
  return stopping.signal;
}
