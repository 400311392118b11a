import type { FastifyError } from 'fastify';
import { nearestName } from './nearest-name.ts';
import { type ProblemPart, RequestError } from './request-error.ts';

/** Of what a client sent, in an answer. */
const LONGEST_SHOWN = 80;

type Failure = NonNullable<FastifyError['validation']>[number];

/** What Ajv found wrong with a request, as a refusal that names the value, the rule and the place. */
export function refusalOfValidation(failure: Failure, context: string | undefined): RequestError {
  const place = placeOf(failure, context);
  const detail = detailOf(failure, 'parameter' in place ? place.parameter : place.pointer);
  const part: ProblemPart = { ...place, detail };
  return new RequestError(isDate(failure) ? 'BAD_DATE' : 'BAD_PARAMETER', detail, { errors: [part] });
}

/** A missing or a superfluous property is itself the place, not the object that lacks or has it. */
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
