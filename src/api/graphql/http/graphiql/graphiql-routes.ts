import type { FastifyInstance } from 'fastify';
import { loadGraphiqlAssets } from './graphiql-assets.ts';
import { GRAPHIQL_PAGE } from './graphiql-page.ts';

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
