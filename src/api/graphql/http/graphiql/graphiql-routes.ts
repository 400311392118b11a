import type { FastifyInstance } from 'fastify';
import { GRAPHIQL_PAGE, GRAPHIQL_START } from './graphiql-page.ts';

interface Asset {
  readonly type: string;
  readonly body: string;
}

/** Nothing may be fetched from anywhere else; Monaco styles its lines in place and carries its icons in data URLs. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ');

/** GraphiQL at `/graphiql`, whole from this server. */
export function addGraphiqlRoutes(app: FastifyInstance): void {
  app.get('/graphiql', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .send(GRAPHIQL_PAGE),
  );
  app.get<{ Params: { name: string } }>('/graphiql/:name', async (request, reply) => {
    const asset = (await loadGraphiqlAssets()).get(request.params.name);
    if (asset === undefined) return reply.callNotFound();
    return reply.type(asset.type).header('cache-control', 'public, max-age=3600').send(asset.body);
  });
}

/** GraphiQL's files by name. They are nine megabytes of text in one module, which is loaded when the page is first opened. */
async function loadGraphiqlAssets(): Promise<ReadonlyMap<string, Asset>> {
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  return new Map([
    ['graphiql.js', script(bundle.js)],
    ['graphiql.css', { type: 'text/css; charset=utf-8', body: bundle.css }],
    ['start.js', script(GRAPHIQL_START)],
    ['editorWorkerService.worker.js', script(bundle.editorWorkerService)],
    ['json.worker.js', script(bundle.jsonWorker)],
    ['graphql.worker.js', script(bundle.graphqlWorker)],
  ]);
}

const script = (body: string): Asset => ({ type: 'text/javascript; charset=utf-8', body });
