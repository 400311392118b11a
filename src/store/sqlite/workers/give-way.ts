import { execFile } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { basename } from 'node:path';

/** Well below those who answer at once, and not so low that nothing is left on a machine that is busy with other things. */
const NICE = 10;

/**
 * Lets other threads go first. On Linux a nice value belongs to one thread (setpriority(2)), so that heavy work takes what
 * is left over while somebody waits for little; elsewhere it would slow the whole process, and is left alone.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, NICE);
}

/**
 * Takes the time alone that no other thread wants (SCHED_IDLE, sched(7)), for which Node has no call but util-linux a command:
 * a processor that is busy with this thread counts as a free one, so that two that answer each other, such as a server and
 * its client, are not left to share the other processor. Where there is no such command all stays as it is, and also on a
 * single processor, for there this thread would stand still while the others are busy.
 */
export function takeIdleTime(): void {
  if (process.platform !== 'linux' || availableParallelism() === 1) return;
  const thread = basename(readlinkSync('/proc/thread-self'));
  execFile('chrt', ['-i', '-p', '0', thread], () => undefined);
}
