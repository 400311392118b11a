import { setPriority } from 'node:os';

/** Below the threads that answer light requests, yet high enough for a share of a busy machine. */
const LOWER_PRIORITY = 10;

/** Lowers the priority of the present thread. On Linux a nice value belongs to one thread (setpriority(2)); elsewhere it would slow the whole process. */
export function lowerPriority(): void {
  if (process.platform === 'linux') setPriority(0, LOWER_PRIORITY);
}
