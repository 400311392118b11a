import { TimelineError } from '../../domain/errors.ts';

/** Counting a million jobs takes a second. */
const COUNT_MS = 60_000;

/**
 * Refuses jobs that find no room in the queue. The waiting jobs are counted when the room that was known is used up, or is not
 * known any more, because other processes add and take jobs too.
 */
export function jobRoom(limit: number, countWaiting: () => Promise<number>): (jobs: number) => Promise<void> {
  let room = 0;
  let countedAt = Number.NEGATIVE_INFINITY;
  return async (jobs) => {
    if (jobs > room || performance.now() - countedAt > COUNT_MS) {
      room = limit - (await countWaiting());
      countedAt = performance.now();
    }
    if (jobs > room)
      throw new TimelineError('STORE_BUSY', `the queue is full: ${limit} articles may wait at most`);
    room -= jobs;
  };
}
