import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';

interface Answer {
  readonly method: string;
  readonly url: string;
  readonly response: LightMyRequestResponse;
}

interface Documented {
  readonly headers?: Readonly<Record<string, { readonly schema: { readonly type: string } }>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface OpenApi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Record<string, Documented> }>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Headers that answers of every kind may have, by the protocol or for a reader's safety. */
const OF_EVERY_ANSWER =
  /^(date|connection|keep-alive|transfer-encoding|vary|content-.*|access-control-.*|cross-origin-.*|x-content-type-options|x-request-id|x-frame-options|referrer-policy|permissions-policy|strict-transport-security|ratelimit.*|accept-ranges|last-modified|x-accel-buffering)$/;

/**
 * Checks answers against the OpenAPI document, HEAD as GET without a body. Status, media type and headers must be documented.
 * JSON must fit its schema and have no field that the schema lacks. Events must be whole unless the request names `fields`.
 * A path without a route must answer a problem.
 */
export function answerChecker(document: object): (answer: Answer) => void {
  const { paths, components } = closed(document) as OpenApi;
  const [whole, sparse] = [validatorOf(wholeSchemas(components)), validatorOf(components)];
  return ({ method, url, response }) => {
    const place = `${method} ${url}: ${response.statusCode}`;
    const path = url.split('?')[0] ?? '';
    const template = Object.keys(paths).find((candidate) => patternOf(candidate).test(path));
    const operation =
      template === undefined ? undefined : paths[template]?.[method.toLowerCase().replace('head', 'get')];
    if (operation === undefined && (response.statusCode < 400 || method === 'HEAD')) return;
    const documented =
      operation === undefined ? PROBLEM : responseOf(operation.responses, response.statusCode, place);
    if (operation !== undefined) checkHeaders(documented, response, place);
    const mediaType = mediaTypeOf(response);
    if (documented.content === undefined && mediaType === undefined) return;
    expect(Object.keys(documented.content ?? {}), `media types of ${place}`).toContain(mediaType);
    if (method === 'HEAD') return expect(response.body, place).toBe('');
    if (!/[/+]json$/.test(mediaType ?? '')) return;
    const schema = documented.content?.[mediaType ?? '']?.schema ?? false;
    const validate = (/[?&]fields=/.test(url) ? sparse : whole).compile(withBase(schema) as object);
    validate(JSON.parse(textOf(response)));
    expect(validate.errors, place).toBeNull();
  };
}

function validatorOf(components: OpenApi['components']): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.addSchema({ $id: 'openapi', components });
}

/** Nothing is sparse. */
const wholeSchemas = ({ schemas }: OpenApi['components']): OpenApi['components'] => ({
  schemas: Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, name.startsWith('Sparse') ? false : schema]),
  ),
});

const mediaTypeOf = ({ headers }: LightMyRequestResponse): string | undefined =>
  headers['content-type']?.toString().split(';')[0];

function checkHeaders(
  { headers: known = {} }: Documented,
  { headers }: LightMyRequestResponse,
  place: string,
): void {
  for (const [name, value] of Object.entries(headers)) {
    if (OF_EVERY_ANSWER.test(name)) continue;
    expect(Object.keys(known), `headers of ${place}`).toContain(name);
    if (known[name]?.schema.type === 'integer') expect(String(value), place).toMatch(/^\d+$/);
  }
}

const PROBLEM: Documented = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function responseOf(
  responses: Readonly<Record<string, Documented>>,
  status: number,
  place: string,
): Documented {
  const documented = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`];
  expect(documented, `documented status of ${place}`).toBeDefined();
  return documented ?? {};
}

/** The body without its content coding. */
function textOf({ headers, rawPayload }: LightMyRequestResponse): string {
  const coding = headers['content-encoding'];
  if (coding === 'br') return brotliDecompressSync(rawPayload).toString();
  return (coding === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString();
}

const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replaceAll('.', '\\.')
      .replaceAll('{format}', '[^/]+')
      .replaceAll(/\{\w+\}/g, '[^/.]+')}$`,
  );

/** A copy in which objects admit no field but their own. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, closed(entry)]));
  return copy['type'] === 'object' && 'properties' in copy ? { ...copy, additionalProperties: false } : copy;
}

/** References inside the document, made to lead there from a schema on its own. */
const withBase = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components'));
