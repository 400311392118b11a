import { setPriority } from 'node:os';

/** Well below those who answer at once, and not so low that nothing is left on a machine that is busy with other things. */
const NICE = 10;

/**
 * Lets other threads go first. On Linux a nice value belongs to one thread (setpriority(2)), so that heavy work takes what
 * is left over while somebody waits for little; elsewhere it would slow the whole process, and is left alone.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, NICE);
}
