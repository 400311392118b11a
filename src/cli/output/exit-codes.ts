import { CommanderError } from 'commander';
import { type ErrorCode, TimelineError } from '../../domain/errors.ts';

/** The exit codes of every command. `--help` explains them; scripts rely on them. */
export const EXIT = { ok: 0, refused: 1, usage: 2, fault: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The paragraph at the end of every `--help`. */
export const EXIT_CODE_HELP = `
Exit codes:
  0  everything was done
  1  some of the input was refused, an id is unknown, or verify found a problem
  2  the command line or a setting is wrong
  3  a fault: the database cannot be used, or Dateline has a bug`;

const EXIT_CODES = {
  BAD_ARTICLE: EXIT.refused,
  ARTICLE_TOO_LARGE: EXIT.refused,
  LANGUAGE_NOT_SUPPORTED: EXIT.refused,
  PURGED: EXIT.refused,
  NOT_FOUND: EXIT.refused,
  BAD_EDIT: EXIT.refused,
  BAD_DATE: EXIT.usage,
  BAD_CURSOR: EXIT.usage,
  BAD_PAGE: EXIT.usage,
  BAD_FILTER: EXIT.usage,
  LIMIT_EXCEEDED: EXIT.usage,
  BAD_CONFIG: EXIT.usage,
  STALE_REVISION: EXIT.fault,
  STORE_CORRUPT: EXIT.fault,
  STORE_BUSY: EXIT.fault,
  STORE_FULL: EXIT.fault,
  STORE_FAILED: EXIT.fault,
  READ_ONLY: EXIT.usage,
  MIGRATION_CHANGED: EXIT.fault,
} as const satisfies Record<ErrorCode, ExitCode>;

/** Commander ends `--help` with an error too. An error that is neither its nor ours is a fault. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  return error instanceof TimelineError ? EXIT_CODES[error.code] : EXIT.fault;
}
