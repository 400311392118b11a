import swagger from '@fastify/swagger';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { prefixOf, publicPath } from '../../http/public-address.ts';

const DESCRIPTION = `Events found in news articles, each date with the sentence, the words, the anchor and the rule that gave it.
Lists are walked by cursors: follow the Link header. Every error is a problem document (RFC 9457).`;

/** Swagger UI needs inline styles; nothing is loaded from another host. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The bar on top of Swagger UI asks for the URL of an API; this page has one API only. */
const HIDE_OTHER_BRAND = '.swagger-ui .topbar { display: none }';

/** Collects the routes that have an `operationId` into OpenAPI 3.1. To be called before any route is added. */
export async function collectOpenApi(app: FastifyInstance, title: string, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title,
        version,
        description: DESCRIPTION,
        contact: { name: 'Dateline' },
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      security: [],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'A token of WRITE_TOKENS.' },
        },
      },
      tags: [
        { name: 'events', description: 'What happened, and when' },
        { name: 'counts', description: 'How many events, and of what' },
        { name: 'timeline', description: 'A selection as one document' },
        { name: 'exports', description: 'A selection as a file of many formats' },
        { name: 'articles', description: 'What the events rest on' },
        { name: 'actors', description: 'Who takes part' },
        { name: 'changes', description: 'What changed, and who changed it' },
        { name: 'resolve', description: 'Time expressions, to try' },
        { name: 'operation', description: 'For those who run the server' },
      ],
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema:
        schema?.operationId === undefined
          ? { ...schema, hide: true }
          : { ...schema, ...documentedBodyOf(route.config) },
    }),
    transformObject: (collected) =>
      withParameterStyle('openapiObject' in collected ? collected.openapiObject : {}),
    refResolver: { buildLocalReference: ({ $id }, _base, _fragment, index) => String($id ?? `def-${index}`) },
  });
}

/** A route that reads bytes has no body schema; its `config` describes the body. */
const documentedBodyOf = (config: object | undefined): { readonly body?: unknown } =>
  config !== undefined && 'documentedBody' in config ? { body: config.documentedBody } : {};

/** Moves `style` and `explode` of a parameter out of its schema: the plug-in leaves them inside, OpenAPI wants them beside it. */
const withParameterStyle = (document: object): object =>
  Object.fromEntries(Object.entries(document).map(([name, value]) => [name, styled(value)]));

function styled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(styled);
  if (!isRecord(value)) return value;
  const { schema, ...parameter } = value;
  if (!('in' in value) || !isRecord(schema) || !('explode' in schema)) return withParameterStyle(value);
  const { style, explode, ...rest } = schema;
  return { schema: rest, style, explode, ...parameter };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** `/openapi.json`, and `/docs`, a page to try the routes from, with all its assets from this server. */
export function addOpenApiRoutes(app: FastifyInstance): void {
  app.get('/openapi.json', async (request) => documentAt(app, prefixOf(request)));
  let docs: Promise<FastifyInstance> | undefined;
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    docs ??= openDocs(app);
    const { url = '', headers } = request.raw;
    const inner = await (await docs).inject({ url, headers: { ...headers, [PREFIX]: prefixOf(request) } });
    if (inner.statusCode === 404) return reply.callNotFound();
    for (const name of OF_CONNECTION) delete inner.headers[name];
    const { location } = inner.headers;
    if (typeof location === 'string') inner.headers.location = publicPath(request, location);
    return reply
      .code(inner.statusCode)
      .headers(inner.headers)
      .send(inner.statusCode === 304 ? undefined : inner.rawPayload);
  };
  app.get('/docs', answer);
  app.get('/docs/*', answer);
}

/** The header by which the pages of Swagger UI learn the prefix. The reader's own header of this name is overwritten. */
const PREFIX = 'x-forwarded-prefix';

/** The document, with the path below which the reader finds the API. */
const documentAt = (app: FastifyInstance, prefix: string): object => ({
  ...app.swagger(),
  servers: [{ url: prefix || '/' }],
});

/** The headers that this server sets itself. */
const OF_CONNECTION = ['connection', 'content-length', 'date', 'transfer-encoding'];

/** Swagger UI as an app of its own, which is loaded when its page is first opened: its packages take a seventh of a start. */
async function openDocs(app: FastifyInstance): Promise<FastifyInstance> {
  const { default: swaggerUi } = await import('@fastify/swagger-ui');
  const docs = fastify();
  await docs.register(swagger);
  await docs.register(swaggerUi, {
    routePrefix: '/docs',
    // Assets are named by relative paths, which hold behind any prefix.
    indexPrefix: '.',
    transformSpecification: (_document, { headers }) => documentAt(app, String(headers[PREFIX] ?? '')),
    staticCSP: DOCS_POLICY,
    theme: { title: 'Dateline: REST', css: [{ filename: 'dateline.css', content: HIDE_OTHER_BRAND }] },
    uiConfig: { validatorUrl: null, deepLinking: true, docExpansion: 'list' },
  });
  return docs;
}
