/** The codes of all refusals, such as `BAD_DATE`. A closed union: the API maps each code to a status. */
export const ERROR_CODES = [
  'BAD_ARTICLE',
  'ARTICLE_TOO_LARGE',
  'LANGUAGE_NOT_SUPPORTED',
  'BAD_DATE',
  'BAD_CURSOR',
  'BAD_PAGE',
  'BAD_FILTER',
  'BAD_EDIT',
  'BAD_CONFIG',
  'LIMIT_EXCEEDED',
  'NOT_FOUND',
  'PURGED',
  'STALE_REVISION',
  'STORE_CORRUPT',
  'STORE_BUSY',
  'STORE_FULL',
  'STORE_FAILED',
  'READ_ONLY',
  'MIGRATION_CHANGED',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/**
 * An error that a client may read: `"soon" is not a day written as YYYY-MM-DD`. The message names the value and the rule it
 * breaks.
 */
export class TimelineError extends Error {
  override readonly name = 'TimelineError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** Ends an exhaustive `switch`: the compiler refuses the call while a case is missing. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
}
