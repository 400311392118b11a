import type { FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { TimelineError } from '../../../domain/errors.ts';
import { type ApiErrorCode, isApiErrorCode, isFault } from '../../errors.ts';
import { CallerGone } from '../../http/caller.ts';

type ErrorRequest = Pick<FastifyRequest, 'id' | 'log'>;

/** The part of an error that the client can correct and may know. */
interface ClientMistake {
  readonly code: ApiErrorCode;
  readonly details: TimelineError['details'];
}

/**
 * Errors as a client may see them, each with a code of `ERROR_TABLE`. A mistake of the client keeps its message and is
 * logged at info. A fault becomes a fixed text with the request's id as `errorId`. Its cause is logged once under that id,
 * at error level, however many fields it struck.
 */
export function formatErrors(
  errors: readonly GraphQLError[],
  request: ErrorRequest,
): readonly GraphQLFormattedError[] {
  const logged = new Set<unknown>();
  return errors.map((error) => {
    const mistake = clientMistakeOf(error);
    if (mistake !== undefined) return tellMistake(error, mistake, request);
    const cause = causeOf(error);
    if (cause instanceof CallerGone) request.log.info(cause.message);
    else if (!logged.has(cause))
      request.log.error({ err: cause, errorId: request.id, path: error.path }, 'request failed');
    logged.add(cause);
    return maskFault(error, request.id);
  });
}

function clientMistakeOf(error: GraphQLError): ClientMistake | undefined {
  const cause = causeOf(error);
  if (cause instanceof TimelineError) return isFault(cause.code) ? undefined : cause;
  if (!(cause instanceof GraphQLError)) return undefined;
  const code = cause.extensions['code'];
  if (typeof code === 'string' && isApiErrorCode(code)) return { code, details: {} };
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
  { log }: ErrorRequest,
): GraphQLFormattedError {
  log.info({ code, path: error.path, detail: error.message }, 'request refused');
  const { message, locations, path } = error.toJSON();
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...(Object.keys(details).length > 0 && { details }) },
  };
}

function maskFault({ path }: GraphQLError, errorId: string): GraphQLFormattedError {
  const code: ApiErrorCode = 'INTERNAL';
  return { message: 'internal error', ...(path && { path }), extensions: { code, errorId } };
}
