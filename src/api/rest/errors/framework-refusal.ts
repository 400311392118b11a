import type { FastifyError } from 'fastify';
import type { ApiErrorCode } from '../../errors.ts';
import { nearestName, type ProblemPart, RequestError } from './request-error.ts';

/** Fastify's own refusals by their code: our code and the message for the client. */
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

/** A refusal by Fastify or its plugins, in our words; undefined for an error that is not the client's mistake. */
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

/** In characters: a problem shows no more of a client's value. */
const LONGEST_SHOWN = 80;

type Failure = NonNullable<FastifyError['validation']>[number];

/** A request that breaks its schema, as Ajv reports it: the refusal names the value, the rule and the place. */
function refusalOfValidation(failure: Failure, context: string | undefined): RequestError {
  const place = placeOf(failure, context);
  const detail = detailOf(failure, 'parameter' in place ? place.parameter : place.pointer);
  const part: ProblemPart = { ...place, detail };
  return new RequestError(isDate(failure) ? 'BAD_DATE' : 'BAD_PARAMETER', detail, { errors: [part] });
}

/** The place of a missing or superfluous property is the property itself, not its object. */
function placeOf({ instancePath, params }: Failure, context: string | undefined) {
  const property = params['missingProperty'] ?? params['additionalProperty'];
  const path = property === undefined ? instancePath : `${instancePath}/${pointerStep(property)}`;
  return context === 'body' ? { pointer: `#${path}` } : { parameter: path.split('/')[1] ?? '' };
}

/** RFC 6901, section 3. */
const pointerStep = (property: unknown): string =>
  String(property).slice(0, LONGEST_SHOWN).replaceAll('~', '~0').replaceAll('/', '~1');

function detailOf(failure: Failure, place: string): string {
  const value = shown('data' in failure ? failure.data : undefined);
  const { missingProperty, additionalProperty, allowedValues } = failure.params;
  if (isDate(failure)) return `${value} is not a day of the calendar written as YYYY-MM-DD`;
  if (failure.keyword === 'required') return `${shown(missingProperty)} is missing`;
  if (failure.keyword === 'additionalProperties') return `${shown(additionalProperty)} is not a field here`;
  if (failure.keyword === 'enum' && Array.isArray(allowedValues)) return enumDetail(value, allowedValues);
  return `${place} is ${value}, but ${failure.message ?? 'breaks its schema'}`;
}

function enumDetail(value: string, allowed: readonly unknown[]): string {
  const meant = nearestName(value.replaceAll('"', ''), allowed.map(String));
  const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
  return `${value} is not one of ${allowed.join(', ')}${hint}`;
}

const isDate = ({ keyword, params }: Failure): boolean => keyword === 'format' && params['format'] === 'date';

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
