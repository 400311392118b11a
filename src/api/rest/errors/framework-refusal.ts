import type { FastifyError } from 'fastify';
import type { ApiErrorCode } from '../../errors.ts';
import { RequestError } from './request-error.ts';
import { refusalOfValidation } from './validation-refusal.ts';

/** Fastify's own refusals by their code, with what a client is told. */
const BY_CODE: Readonly<Record<string, readonly [ApiErrorCode, string]>> = {
  FST_ERR_BAD_URL: ['BAD_REQUEST', 'the path is not valid percent-encoded UTF-8'],
  FST_ERR_MAX_PARAM_LENGTH: ['URL_TOO_LONG', 'a part of the path is longer than 100 characters'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'UNSUPPORTED_MEDIA_TYPE',
    'the body is of a media type that this resource does not read',
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: ['BODY_TOO_LARGE', 'the body is larger than this resource reads'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['BAD_REQUEST', 'the body is empty, but must be a JSON object'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['BAD_REQUEST', 'the body is not valid JSON'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['BAD_REQUEST', 'the body is not as long as its Content-Length says'],
};

const BY_STATUS: Readonly<Record<number, ApiErrorCode>> = {
  404: 'ROUTE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'BODY_TOO_LARGE',
  414: 'URL_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** What Fastify or a plugin of it refused, in our words; undefined for anything that is no client's mistake. */
export function refusalOfFastify(error: unknown): RequestError | undefined {
  if (!isFastifyError(error)) return undefined;
  const failure = error.validation?.[0];
  if (failure !== undefined) return refusalOfValidation(failure, error.validationContext);
  const known = BY_CODE[error.code];
  if (known !== undefined) return new RequestError(...known);
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500
    ? new RequestError(BY_STATUS[status] ?? 'BAD_REQUEST', 'the request cannot be understood')
    : undefined;
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && ('statusCode' in error || 'validation' in error);
