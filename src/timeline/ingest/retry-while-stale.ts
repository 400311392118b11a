import { TimelineError } from '../../domain/errors.ts';

/** How often a change is computed anew because another writer's change came first. */
const MAX_ATTEMPTS = 20;

/**
 * Computes and saves a change, again from the beginning as long as others move the store on in between: an attempt that
 * saw it happen gives undefined. `STORE_BUSY` when they did every time.
 */
export async function retryWhileStale<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
    const outcome = await unlessStale(attempt);
    if (outcome !== undefined) return outcome;
  }
  throw new TimelineError('STORE_BUSY', `the timeline changed ${MAX_ATTEMPTS} times while a change was made`);
}

async function unlessStale<T>(attempt: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof TimelineError && error.code === 'STALE_REVISION') return undefined;
    throw error;
  }
}
