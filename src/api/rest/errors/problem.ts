import { TimelineError } from '../../../domain/errors.ts';
import { type ApiErrorCode, errorEntryOf, isFault } from '../../errors.ts';
import { HttpRefusal } from '../../http/http-refusal.ts';
import { JsonTooDeep } from '../../http/json-depth.ts';
import { refusalOfFastify } from './framework-refusal.ts';
import { type ProblemPart, RequestError } from './request-error.ts';

/** An error as a client gets it, `application/problem+json` (RFC 9457). */
export interface Problem {
  /** A page of this server that explains the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path and query that were asked for, as the client writes them. */
  readonly instance: string;
  readonly code: ApiErrorCode;
  readonly errors?: readonly ProblemPart[];
  /** Finds the cause of a fault in the server's log. */
  readonly errorId?: string;
  readonly [member: string]: unknown;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** The address of a request, the prefix in it, and the id under which it is logged. */
export interface Occurrence {
  readonly instance: string;
  readonly prefix: string;
  readonly id: string;
}

/** The error as a client's mistake; undefined for a fault of the server, whose cause stays in the log. */
export function refusalOf(error: unknown): RequestError | undefined {
  if (error instanceof RequestError) return error;
  if (error instanceof HttpRefusal)
    return new RequestError(error.code, error.message, { headers: error.headers });
  if (error instanceof JsonTooDeep) return new RequestError('LIMIT_EXCEEDED', error.message);
  if (error instanceof TimelineError) return isFault(error.code) ? undefined : refusalOfTimeline(error);
  return refusalOfFastify(error);
}

/** A field of a filter is a parameter of the same name. */
function refusalOfTimeline({ code, message, details }: TimelineError): RequestError {
  const { field } = details;
  const errors = typeof field === 'string' ? [{ parameter: field, detail: message }] : [];
  return new RequestError(code, message, { errors });
}

export function refusalProblem(refusal: RequestError, { instance, prefix }: Occurrence): Problem {
  const { code, message, errors, members } = refusal;
  return {
    ...entryMembers(code, prefix),
    detail: message,
    instance,
    ...(errors.length === 0 ? {} : { errors }),
    ...members,
  };
}

/** Names the kind of fault and hides its cause. */
export function faultProblem(error: unknown, { instance, prefix, id }: Occurrence): Problem {
  const code = error instanceof TimelineError ? error.code : 'INTERNAL';
  return { ...entryMembers(code, prefix), detail: errorEntryOf(code).description, instance, errorId: id };
}

function entryMembers(code: ApiErrorCode, prefix: string) {
  const { status, title } = errorEntryOf(code);
  return { type: `${prefix}/problems/${code}`, title, status, code };
}
