import { nearestName } from '../errors/nearest-name.ts';
import { RequestError } from '../errors/request-error.ts';

/** What the shape of a query string depends on: each parameter's JSON Schema type. */
export type QueryProperties = Readonly<
  Record<string, { readonly type?: unknown; readonly explode?: unknown }>
>;

/** The properties of a route's query schema; none where it has no schema, so that every parameter is unknown there. */
export function queryPropertiesOf(schema: unknown): QueryProperties {
  return isRecord(schema) && isQueryProperties(schema['properties']) ? schema['properties'] : {};
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isQueryProperties = (value: unknown): value is QueryProperties =>
  isRecord(value) && Object.values(value).every(isRecord);

/**
 * A query string knows only text: makes a list of a parameter that its schema calls one, by its commas where it is not to
 * be repeated (`explode: false`, as OpenAPI says it), and a number of one that is
 * written in decimal digits alone (Ajv's coercion would also take `1e1` and ` 5`). Throws `UNKNOWN_PARAMETER` for what
 * the schema does not know and `BAD_PARAMETER` for a repeated parameter that is no list.
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

/** `id,title`, perhaps in several pieces: each value once, in one order, for it has none of its own. */
const shapeList = (value: unknown): readonly string[] =>
  [...new Set([value].flat().flatMap((piece) => String(piece).split(',')))].sort();

function shapeValue(name: string, value: unknown, type: unknown): unknown {
  if (type === 'array') return Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) {
    const detail = `${name} is given ${value.length} times, but takes one value`;
    throw new RequestError('BAD_PARAMETER', detail, { errors: [{ parameter: name, detail }] });
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
  return new RequestError('UNKNOWN_PARAMETER', detail, { errors: [{ parameter: shown, detail }] });
}
