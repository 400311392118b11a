import { type ErrorCode, TimelineError } from '../../src/domain/errors.ts';

/** The code of a refusal. Fails the test when nothing is refused. */
export async function refusalOf(attempt: () => unknown): Promise<ErrorCode> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof TimelineError) return error.code;
    throw error;
  }
  throw new Error('it was not refused');
}
