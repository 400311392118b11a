import { readFileSync } from 'node:fs';
import { type FastifyInstance, fastify } from 'fastify';
import { expect, test } from 'vitest';
import { validateLazily } from '../../../src/api/http/lazy-validators.ts';
import { ADAS_TOKEN, BY_ADA } from '../write-token.ts';
import { openRest } from './rest-client.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Method = 'GET' | 'POST' | 'DELETE';
const METHODS: readonly Method[] = ['GET', 'POST', 'DELETE'];

/** A path, and a body where one is wanted, as the schemas want them. */
const PARAMETERS: Readonly<Record<string, string>> = { id: 'none', month: '12', day: '21', format: 'csv' };
const CITATION = { format: 'txt' };
const BODIES: Readonly<Record<string, object>> = {
  '/v1/articles/{id}/purge': { reason: 'OTHER' },
  '/v1/resolve': { text: 'on Tuesday' },
};
const ANCHOR = { anchor: null };

const { paths }: { paths: Paths } = JSON.parse(readFileSync('schema/openapi.json', 'utf8'));
const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
  METHODS.filter((method) => method.toLowerCase() in byMethod).map((method) => [method, path] as const),
);

/** Only the query is wrong: the schemas of the path and of the body have been asked before it. */
async function answerOf(app: FastifyInstance, method: Method, path: string): Promise<number> {
  const parameters = path.includes('/cite.') ? { ...PARAMETERS, ...CITATION } : PARAMETERS;
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '');
  const body = method === 'POST' && { payload: BODIES[path] ?? ANCHOR };
  const { statusCode } = await app.inject({ method, url: `${url}?planted=1`, headers: BY_ADA, ...body });
  return statusCode;
}

test('the schemas of every route can be compiled: all but those for health refuse a query that they do not know', async () => {
  const writeTokens = ADAS_TOKEN.map((token) => ({ ...token, mayPurge: true }));
  const { app, close } = await openRest({ writeTokens });
  const answers = new Map<number, string[]>();
  for (const [method, path] of operations) {
    const status = await answerOf(app, method, path);
    answers.set(status, [...(answers.get(status) ?? []), `${method} ${path}`]);
  }
  await close();
  expect(operations).toHaveLength(34);
  expect(answers.get(200)).toEqual(['GET /healthz', 'GET /readyz']);
  expect([...answers.keys()].sort()).toEqual([200, 400]);
});

test('a schema is compiled when it is first asked, and a faulty one fails then', async () => {
  const app = fastify();
  validateLazily(app);
  const querystring = { type: 'object', properties: { day: { type: 'a day' } } };
  app.get('/faulty', { schema: { querystring } }, async () => 'never');
  await app.ready();
  const { statusCode, body } = await app.inject('/faulty?day=1');
  expect(statusCode).toBe(500);
  expect(body).toContain('schema is invalid: data/properties/day/type');
  await app.close();
});

test('what a validator finds is told at each request anew', async () => {
  const app = fastify();
  validateLazily(app);
  const querystring = { type: 'object', properties: { day: { type: 'string', pattern: '^[0-9]+$' } } };
  app.get('/day', { schema: { querystring } }, async () => 'read');
  const answers = [];
  for (const day of ['x', '1', 'y']) answers.push((await app.inject(`/day?day=${day}`)).statusCode);
  expect(answers).toEqual([400, 200, 400]);
  await app.close();
});
