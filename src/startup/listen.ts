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
