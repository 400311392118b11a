import { TimelineError } from '../../domain/errors.ts';

/** The most attempts at a change while other writers come first. */
const MAX_ATTEMPTS = 20;

/**
 * Computes and saves a change. If another writer comes in between, the attempt gives undefined or throws `STALE_REVISION`, and
 * everything is computed anew. `STORE_BUSY` after too many attempts.
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
