import { setPriority } from 'node:os';

/** As far down as a program may put itself: the least share of a core that others want too. */
const LOWEST = 19;

/**
 * Lets every other thread go first. On Linux a nice value belongs to one thread (setpriority(2)), so that heavy work takes what
 * is left over while somebody waits for little; elsewhere it would slow the whole process, and is left alone.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, LOWEST);
}
