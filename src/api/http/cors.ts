import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** The headers of an answer that a page elsewhere may read. */
const EXPOSED_HEADERS = [
  'allow',
  'dateline-revision',
  'etag',
  'link',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'www-authenticate',
  'x-omitted-undated',
  'x-omitted-without-coordinates',
  'x-request-id',
].join(', ');

/** Lets pages of these origins read the API; `*` alone stands for all (Fetch, section 3.3). */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 86_400,
    strictPreflight: false,
  });
}
