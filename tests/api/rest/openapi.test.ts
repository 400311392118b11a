import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { openRest, type RestClient } from './rest-client.ts';

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest({ version: packageJson.version });
});

afterAll(() => rest.close());

test('the committed description is the one that is served (npm run print:openapi writes it)', async () => {
  const document = await rest.get('/openapi.json');
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../../../schema/openapi.json');
});

test('it describes REST and nothing else', async () => {
  const { paths } = (await rest.get('/openapi.json')) as { paths: object };
  expect(Object.keys(paths)).toEqual([
    '/v1/events',
    '/v1/events/{id}',
    '/v1/events/{id}/around',
    '/v1/events/{id}/explain',
    '/v1/events/{id}/cite.{format}',
    '/v1/digest',
    '/v1/gaps',
    '/v1/compare',
    '/v1/on-this-date',
    '/v1/on-this-date/{month}/{day}',
    '/v1/on-this-date/today.posts.json',
    '/v1/on-this-date/{month}/{day}.posts.json',
    '/v1/facets',
    '/v1/histogram',
    '/v1/timeline.json',
    '/v1/events.{format}',
    '/v1/timeline.{format}',
    '/v1/on-this-date/{month}/{day}.{format}',
    '/v1/articles',
    '/v1/articles/{id}',
    '/v1/articles/{id}/anchor',
    '/v1/articles/{id}/purge',
    '/v1/changes',
    '/v1/audit',
    '/v1/actors',
    '/v1/resolve',
    '/healthz',
    '/readyz',
    '/v1/changes/stream',
    '/v1/jobs/{id}',
    '/v1/timelines',
  ]);
});

test('every operation refuses and fails by problem documents', async () => {
  const { paths } = (await rest.get('/openapi.json')) as {
    paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
  };
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path)))
    for (const status of ['4XX', '5XX'])
      expect(Object.keys(operation.responses[status]?.content ?? {})).toEqual(['application/problem+json']);
});
