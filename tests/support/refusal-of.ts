import { type ErrorCode, TimelineError } from '../../src/domain/errors.ts';

/** The code with which something is refused; fails the test when it is not. */
export async function refusalOf(attempt: () => unknown): Promise<ErrorCode> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof TimelineError) return error.code;
    throw error;
  }
  throw new Error('it was not refused');
}
