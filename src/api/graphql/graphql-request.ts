import { RequestRefusal } from './request-refusal.ts';

/** The parameters of a GraphQL request (GraphQL over HTTP, section 5.1). */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/** Reads the JSON body of a POST; throws a `RequestRefusal` that names the parameter of the wrong type. */
export function readGraphqlBody(body: unknown): GraphqlRequest {
  if (!isMap(body)) throw new RequestRefusal('BAD_REQUEST', 'the body is not a JSON object with a query');
  requireMap('extensions', body['extensions']);
  return {
    query: requireQuery(body['query']),
    operationName: readOperationName(body['operationName']),
    variables: requireMap('variables', body['variables']),
  };
}

/** Reads the search parameters of a GET, where variables and extensions are JSON in text. */
export function readGraphqlSearch(search: unknown): GraphqlRequest {
  const parameters = isMap(search) ? search : {};
  return readGraphqlBody({
    ...parameters,
    variables: readJson('variables', parameters['variables']),
    extensions: readJson('extensions', parameters['extensions']),
  });
}

function requireQuery(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw wrongType('query', 'a text that is not empty');
  return value;
}

function readOperationName(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw wrongType('operationName', 'a text');
  return value;
}

function requireMap(name: string, value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (!isMap(value)) throw wrongType(name, 'a map');
  return value;
}

function readJson(name: string, value: unknown): unknown {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw wrongType(name, 'given once');
  try {
    return JSON.parse(value);
  } catch {
    throw wrongType(name, 'JSON');
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrongType = (name: string, expected: string): RequestRefusal =>
  new RequestRefusal('BAD_REQUEST', `the parameter ${name} is not ${expected}`);
