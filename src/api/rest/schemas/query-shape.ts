import { nearestName, parameterError, type RequestError } from '../errors/request-error.ts';

/** The parameters of a query schema: the shape of a query string follows from their JSON Schema types. */
export type QueryProperties = Readonly<
  Record<string, { readonly type?: unknown; readonly explode?: unknown; readonly default?: unknown }>
>;

/** The properties of a route's query schema; none for a route without a schema, where every parameter is unknown. */
export function queryPropertiesOf(schema: unknown): QueryProperties {
  return isRecord(schema) && isQueryProperties(schema['properties']) ? schema['properties'] : {};
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isQueryProperties = (value: unknown): value is QueryProperties =>
  isRecord(value) && Object.values(value).every(isRecord);

/**
 * Gives the texts of a query string the types of its schema. A parameter of type array becomes a list. OpenAPI's
 * `explode: false` marks a list in one parameter, with commas between its values. Decimal digits become a number where the
 * schema wants a number; Ajv's coercion would also take `1e1` and ` 5`. Throws `UNKNOWN_PARAMETER` for a name that the
 * schema lacks, and `BAD_PARAMETER` for a repeated parameter that is no list.
 */
export function shapeQuery(query: object, properties: QueryProperties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (property === undefined) throw unknownParameter(name, Object.keys(properties));
      return [name, property.explode === false ? shapeList(value) : shapeValue(name, value, property.type)];
    }),
  );
}

/** `id,title`, perhaps repeated: each value once and sorted, since the order says nothing. */
const shapeList = (value: unknown): readonly string[] =>
  [...new Set([value].flat().flatMap((piece) => String(piece).split(',')))].sort();

function shapeValue(name: string, value: unknown, type: unknown): unknown {
  if (type === 'array') return Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) {
    const detail = `${name} is given ${value.length} times, but takes one value`;
    throw parameterError('BAD_PARAMETER', name, detail);
  }
  return typeof value === 'string' && isNumber(value, type) ? Number(value) : value;
}

const isNumber = (text: string, type: unknown): boolean =>
  (type === 'integer' && /^\d{1,15}$/.test(text)) ||
  (type === 'number' && /^\d{1,9}(\.\d{1,9})?$/.test(text));

function unknownParameter(name: string, known: readonly string[]): RequestError {
  const shown = name.slice(0, 80);
  const meant = nearestName(name, known);
  const rule = known.length === 0 ? 'this resource takes none' : `known are ${known.join(', ')}`;
  const detail = `"${shown}" is not a parameter here; ${meant === undefined ? rule : `did you mean "${meant}"?`}`;
  return parameterError('UNKNOWN_PARAMETER', shown, detail);
}
