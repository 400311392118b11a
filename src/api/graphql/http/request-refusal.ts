import type { ApiErrorCode } from '../../errors.ts';
import { HttpRefusal } from '../../http/http-refusal.ts';
import { JsonTooDeep } from '../../http/json-depth.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';

/** A request refused over HTTP before its query is looked at, with the status of its code. The message is for the client. */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal';
  readonly code: ApiErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ApiErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }
}

/** The refusal in an error; undefined for a fault. Errors of Fastify with a 4xx status are refusals too, and carry no secret. */
export function refusalOf(error: unknown): RequestRefusal | undefined {
  if (error instanceof RequestRefusal) return error;
  if (error instanceof HttpRefusal) return new RequestRefusal(error.code, error.message, error.headers);
  if (error instanceof JsonTooDeep) return new RequestRefusal('LIMIT_EXCEEDED', error.message);
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const status = Number(error.statusCode);
  if (status === 413)
    return new RequestRefusal('BODY_TOO_LARGE', `the body has more than ${QUERY_LIMITS.body} bytes`);
  if (status === 415)
    return new RequestRefusal('UNSUPPORTED_MEDIA_TYPE', 'the body is not sent as application/json');
  return status >= 400 && status < 500 ? new RequestRefusal('BAD_REQUEST', error.message) : undefined;
}
