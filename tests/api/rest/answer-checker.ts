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
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface OpenApi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Record<string, Documented> }>>>
  >;
  readonly components: { readonly schemas: object };
}

/**
 * Checks answers against the OpenAPI document: the status and the media type are among the documented ones, and the
 * body fits its schema without a field that the schema does not name. What has no route must be a problem.
 */
export function answerChecker(document: object): (answer: Answer) => void {
  const { paths, components } = closed(document) as OpenApi;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'openapi', components });
  return ({ method, url, response }) => {
    if (method === 'HEAD' || !/[/+]json\b/.test(String(response.headers['content-type']))) return;
    const path = url.split('?')[0] ?? '';
    const template = Object.keys(paths).find((candidate) => patternOf(candidate).test(path));
    const operation = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
    if (operation === undefined && response.statusCode < 400) return;
    const documented =
      operation === undefined ? PROBLEM : responseOf(operation.responses, response.statusCode);
    const mediaType = String(response.headers['content-type']).split(';')[0] ?? '';
    expect(Object.keys(documented.content ?? {}), `media types of ${method} ${url}`).toContain(mediaType);
    const schema = documented.content?.[mediaType]?.schema ?? false;
    const validate = ajv.compile(withBase(schema) as object);
    validate(JSON.parse(textOf(response)));
    expect(validate.errors, `${method} ${url}`).toBeNull();
  };
}

const PROBLEM: Documented = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function responseOf(responses: Readonly<Record<string, Documented>>, status: number): Documented {
  const documented = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`];
  expect(documented, `documented status ${status}`).toBeDefined();
  return documented ?? {};
}

/** What the body is once its coding is undone. */
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
