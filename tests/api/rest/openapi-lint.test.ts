import { readFile } from 'node:fs/promises';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';

const document = JSON.parse(await readFile(new URL('../../../schema/openapi.json', import.meta.url), 'utf8'));

/** The findings of Redocly's strict rules, each with its place. */
async function lint(openapi: object): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const source = JSON.stringify(openapi);
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  return problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer}`);
}

/** A suffix makes another path: the router takes `21.csv` for no day, which the rule cannot see. */
const NOT_AMBIGUOUS = 'no-ambiguous-paths #/paths/~1v1~1on-this-date~1{month}~1{day}.{format}';

test('Redocly finds nothing in the description but a suffix that it takes for part of a day', async () => {
  expect(await lint(document)).toEqual([NOT_AMBIGUOUS]);
});

describe('Redocly would find', () => {
  const path = '/v1/actors';
  const { get } = document.paths[path];
  const withGet = (changed: object) => ({
    ...document,
    paths: { ...document.paths, [path]: { get: { ...get, ...changed } } },
  });

  test.each<[string, object, string]>([
    [
      'an operation without a name',
      withGet({ operationId: undefined }),
      'operation-operationId #/paths/~1v1~1actors/get/operationId',
    ],
    [
      'an operation without a summary',
      withGet({ summary: undefined }),
      'operation-summary #/paths/~1v1~1actors/get/summary',
    ],
    [
      'a schema that is not there',
      withGet({ responses: { ...get.responses, 200: { $ref: '#/components/responses/None' } } }),
      'no-unresolved-refs #/paths/~1v1~1actors/get/responses/200',
    ],
    [
      'a field that OpenAPI does not have',
      withGet({ sumary: 'Who' }),
      'struct #/paths/~1v1~1actors/get/sumary',
    ],
  ])('%s', async (_, planted, problem) => {
    expect(await lint(planted)).toContain(problem);
  });
});
