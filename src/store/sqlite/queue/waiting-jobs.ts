import { existsSync } from 'node:fs';
import { openPlain } from '../connection.ts';
import { answer } from '../sqlite-errors.ts';

const HAS_TABLE = "SELECT 1 FROM sqlite_schema s WHERE s.type = 'table' AND s.name = 'jobs'";
const HAS_JOB = "SELECT 1 FROM jobs j WHERE j.state IN ('QUEUED', 'RUNNING') LIMIT 1";

/**
 * Whether jobs of a file wait, or ran when their worker ended. A server asks at its start, and opens no queue where none does. A
 * timeline that was never opened has no file, and a file of an earlier version has no table of jobs.
 */
export const hasWaitingJobs = (file: string): Promise<boolean> =>
  answer(() => {
    if (!existsSync(file)) return false;
    const database = openPlain(file);
    try {
      const has = (sql: string): boolean => database.prepare(sql).get() !== undefined;
      return has(HAS_TABLE) && has(HAS_JOB);
    } finally {
      database.close();
    }
  });
