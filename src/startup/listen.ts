import type { Logger } from 'pino';
import type { buildApp } from '../api/app.ts';
import { TimelineError } from '../domain/errors.ts';

type App = Awaited<ReturnType<typeof buildApp>>;

/** The operating system's refusals, in words for the person who set HOST and PORT. */
const PROBLEMS: ReadonlyMap<unknown, string> = new Map([
  ['EADDRINUSE', 'the port is already in use'],
  ['EACCES', 'permission denied'],
  ['EADDRNOTAVAIL', 'this machine does not have the address'],
  ['ENOTFOUND', 'the name is not known'],
]);

/** Returns the address (`http://127.0.0.1:3000`); throws `BAD_CONFIG` when the address is not available. */
export async function listenOn(app: App, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const problem = PROBLEMS.get(code);
    if (problem === undefined) throw cause;
    throw new TimelineError('BAD_CONFIG', `cannot listen on ${host}, port ${port}: ${problem}`, { cause });
  }
}

/** Stops accepting requests and lets open requests end. Requests that take longer than the limit are cut off. */
export async function closeWithin(app: App, limitMs: number, log: Logger): Promise<void> {
  const cutOff = setTimeout(() => {
    log.warn({ limitMs }, 'cutting off requests that are still open');
    app.server.closeAllConnections();
  }, limitMs);
  await app.close();
  clearTimeout(cutOff);
}

/** The exit codes of a process that a signal ended: 128 and the number of the signal. */
const KILLED = { SIGINT: 130, SIGTERM: 143 } as const;

/** Aborted by the first SIGTERM or SIGINT. A second signal ends the process at once. */
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
