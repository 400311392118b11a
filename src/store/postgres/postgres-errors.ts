import { TimelineError } from '../../domain/errors.ts';

/** The SQLSTATE of an error of the server, or the code of an error of the connection. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** `pg` gives no codes to these. */
const TIMED_OUT = 'Query read timeout';
const POOL_EXHAUSTED = 'timeout exceeded when trying to connect';
const ENDED = /^Connection terminated|^Client has encountered a connection error|^Client was closed/;

/** Within a unit of work, errors of the database come as those of the domain. */
const sourceOf = (error: unknown): unknown => (error instanceof TimelineError ? error.cause : error);

/** The server is going, gone, or has moved: the same statement may succeed on a new connection. */
export function isConnectionLost(given: unknown): boolean {
  const error = sourceOf(given);
  const code = codeOf(error);
  return (
    /^(08(00[01346])|57P0[123]|25006)$/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(code) ||
    (error instanceof Error && ENDED.test(error.message))
  );
}

/**
 * Whether a unit of work may succeed when it is done again. A lock that was waited for in vain (55P03) is not waited for again:
 * the wait was as long as a caller should wait.
 */
export const isWorthRepeating = (error: unknown): boolean =>
  isConnectionLost(error) || ['40001', '40P01'].includes(codeOf(sourceOf(error)));

/** Whether any other server would refuse the statement too: for its values, or because it takes too long. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof TimelineError || /^(57014|22...)$/.test(codeOf(error));

/**
 * The error that a code of PostgreSQL means to a caller. Any other error is a fault and stays as it is.
 * The codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function toTimelineError(error: unknown): unknown {
  if (error instanceof TimelineError || !(error instanceof Error)) return error;
  const refusal = (code: ConstructorParameters<typeof TimelineError>[0], message: string) =>
    new TimelineError(code, message, { cause: error });
  if (error.message === POOL_EXHAUSTED)
    return refusal('STORE_BUSY', 'all connections to the database are in use: ask again a little later');
  if (codeOf(error) === '25006')
    return refusal('STORE_BUSY', 'the database can only be read now: its server is a replica');
  if (error.message === TIMED_OUT || isConnectionLost(error))
    return refusal('STORE_BUSY', 'the database server does not answer: ask again a little later');
  switch (codeOf(error)) {
    case '40001':
    case '40P01':
    case '55P03':
      return refusal('STORE_BUSY', 'the database is busy with another change');
    case '53300':
      return refusal('STORE_BUSY', 'the database server has no connection left: ask again a little later');
    case '57014':
      return refusal('LIMIT_EXCEEDED', 'the answer takes longer than a read may take');
    case '53100':
      return refusal('STORE_FULL', 'there is no room left for the database');
    case '22003':
    case '22P02':
      return refusal('BAD_CURSOR', 'a position has a number that no list has');
    case '08P01':
      if (!error.message.includes('startup parameter')) return error;
      return refusal('BAD_CONFIG', 'the database is behind a pooler: add ?pgbouncer=true to its address');
    case '28000':
    case '28P01':
    case '3D000':
    case 'ENOTFOUND':
      return refusal(
        'BAD_CONFIG',
        'the database cannot be opened: its server refuses the address, the name or the password',
      );
    case '42501':
      return refusal('READ_ONLY', 'the database user may not change the data');
    case 'XX001':
    case 'XX002':
      return refusal('STORE_CORRUPT', 'the database is damaged: restore it from a backup');
    default:
      return error;
  }
}

/** Answers as the port does, with errors of the domain. */
export async function answer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toTimelineError(error);
  }
}
