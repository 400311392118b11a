import { requireShallow } from '../../http/json-depth.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import { RequestRefusal } from './request-refusal.ts';

/** The parameters of a GraphQL request (GraphQL over HTTP, section 5.1). */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/** The same as a client sends it, which may name the query by a hash instead. */
export interface SentRequest extends Omit<GraphqlRequest, 'query'> {
  readonly query: string | undefined;
  /** SHA-256 in hex; undefined where the query alone was sent. */
  readonly hash: string | undefined;
}

/** Reads the body of a POST, a text of JSON; undefined for none. */
export const readGraphqlText = (text: string | undefined): SentRequest =>
  readGraphqlBody(text === undefined ? undefined : parseJson('body', text.replace(/^\uFEFF/, '')));

/**
 * Reads the parameters of a request; throws a `RequestRefusal` that names the parameter of the wrong type. Every parameter is
 * read by its name and every variable by the schema, so that a member called `__proto__` reaches nothing.
 */
export function readGraphqlBody(body: unknown): SentRequest {
  if (!isMap(body)) throw refusal('the body is not a JSON object with a query');
  requireShallow(body);
  const hash = persistedHashOf(requireMap('extensions', body['extensions']));
  return {
    query: readQuery(body['query'], hash === undefined),
    hash,
    operationName: readOperationName(body['operationName']),
    variables: requireMap('variables', body['variables']),
  };
}

/** Reads the search parameters of a GET, where variables and extensions are JSON in text. */
export function readGraphqlSearch(search: unknown): SentRequest {
  const parameters = isMap(search) ? search : {};
  return readGraphqlBody({
    ...parameters,
    variables: readJson('variables', parameters['variables']),
    extensions: readJson('extensions', parameters['extensions']),
  });
}

function readQuery(value: unknown, isRequired: boolean): string | undefined {
  if (value === undefined || value === null || value === '') {
    if (isRequired) throw refusal('the parameter query is missing');
    return undefined;
  }
  if (typeof value !== 'string') throw refusal('the parameter query is not a text');
  if (value.length > QUERY_LIMITS.body)
    throw new RequestRefusal('BODY_TOO_LARGE', `the query has more than ${QUERY_LIMITS.body} characters`);
  return value;
}

function readOperationName(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw refusal('the parameter operationName is not a text');
  return value;
}

function requireMap(name: string, value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (!isMap(value)) throw refusal(`the parameter ${name} is not a map`);
  return value;
}

function readJson(name: string, value: unknown): unknown {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw refusal(`the parameter ${name} is given more than once`);
  return parseJson(`parameter ${name}`, value);
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(`the ${name} is not JSON`);
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refusal = (message: string): RequestRefusal => new RequestRefusal('BAD_REQUEST', message);

/** The hash by which a request's extensions name its query (`persistedQuery`, Apollo's protocol, version 1). */
function persistedHashOf(extensions: Readonly<Record<string, unknown>>): string | undefined {
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const { version, sha256Hash } = { version: undefined, sha256Hash: undefined, ...Object(persistedQuery) };
  if (version !== 1) throw new RequestRefusal('BAD_REQUEST', 'Unsupported persisted query version');
  if (typeof sha256Hash !== 'string' || sha256Hash === '' || sha256Hash.length > 100)
    throw new RequestRefusal('BAD_REQUEST', 'the extension persistedQuery has no sha256Hash');
  return sha256Hash;
}
