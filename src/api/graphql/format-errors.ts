import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { TimelineError } from '../../domain/errors.ts';
import { type ApiErrorCode, isApiErrorCode, isFault } from '../errors.ts';

/** What a client may know of an error that is its own to correct. */
interface ClientMistake {
  readonly code: ApiErrorCode;
  readonly details: TimelineError['details'];
}

/**
 * Errors as a client may see them, each with a code of `ERROR_TABLE`. What is the client's to correct keeps its
 * message and is logged at info; anything else becomes a fixed text with an `errorId`, and its cause is logged once
 * at error level, however many fields it struck.
 */
export function formatErrors(
  errors: readonly GraphQLError[],
  log: FastifyBaseLogger,
): readonly GraphQLFormattedError[] {
  const faults = new Map<unknown, string>();
  return errors.map((error) => {
    const mistake = clientMistakeOf(error);
    return mistake === undefined ? maskFault(error, faults, log) : tellMistake(error, mistake, log);
  });
}

function clientMistakeOf(error: GraphQLError): ClientMistake | undefined {
  const cause = causeOf(error);
  if (cause instanceof TimelineError) return isFault(cause.code) ? undefined : cause;
  if (!(cause instanceof GraphQLError)) return undefined;
  const code = cause.extensions['code'];
  if (typeof code === 'string' && isApiErrorCode(code))
    return isFault(code) ? undefined : { code, details: {} };
  return error.path === undefined || blamesVariable(cause) ? { code: 'BAD_QUERY', details: {} } : undefined;
}

/** Of graphql-js' own errors during execution only one is the client's: null in a variable where the argument forbids it. */
const blamesVariable = (cause: GraphQLError): boolean => cause.nodes?.[0]?.kind === 'Variable';

/** The innermost error: graphql-js wraps an error once for its place in the query and once for its place in the answer. */
function causeOf(error: GraphQLError): unknown {
  const { originalError } = error;
  if (originalError === undefined || originalError === null) return error;
  return originalError instanceof GraphQLError ? causeOf(originalError) : originalError;
}

function tellMistake(
  error: GraphQLError,
  { code, details }: ClientMistake,
  log: FastifyBaseLogger,
): GraphQLFormattedError {
  log.info({ code, path: error.path }, error.message);
  const { message, locations, path } = error.toJSON();
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...(Object.keys(details).length > 0 && { details }) },
  };
}

function maskFault(
  error: GraphQLError,
  faults: Map<unknown, string>,
  log: FastifyBaseLogger,
): GraphQLFormattedError {
  const cause = causeOf(error);
  const errorId = faults.get(cause) ?? randomUUID();
  if (!faults.has(cause)) log.error({ err: cause, errorId, path: error.path }, 'internal error');
  faults.set(cause, errorId);
  const { path } = error;
  const code: ApiErrorCode = 'INTERNAL';
  return { message: 'internal error', ...(path && { path }), extensions: { code, errorId } };
}
