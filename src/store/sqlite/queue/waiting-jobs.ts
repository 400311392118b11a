import { openPlain } from '../connection.ts';
import { answer } from '../sqlite-errors.ts';

/** Whether jobs of a file wait, or ran when their worker ended. A server asks at its start, and opens no queue where none does. */
export const hasWaitingJobs = (file: string): Promise<boolean> =>
  answer(() => {
    const database = openPlain(file);
    try {
      const found = database
        .prepare("SELECT 1 FROM jobs j WHERE j.state IN ('QUEUED', 'RUNNING') LIMIT 1")
        .get();
      return found !== undefined;
    } finally {
      database.close();
    }
  });
