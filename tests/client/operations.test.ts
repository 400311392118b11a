import { readFile } from 'node:fs/promises';
import { type CodegenConfig, generate } from '@graphql-codegen/cli';
import { expect, onTestFinished, test } from 'vitest';
import { openGraphql } from '../api/graphql/graphql-client.ts';

const config: CodegenConfig = JSON.parse(await readFile('codegen.json', 'utf8'));
const written = (given: CodegenConfig) => generate({ ...given, silent: true }, false);

test('the typed operations are those that `npm run print:client` makes of the schema', async () => {
  expect(await written(config)).toEqual([
    expect.objectContaining({
      filename: 'src/client/operations.ts',
      content: await readFile('src/client/operations.ts', 'utf8'),
    }),
  ]);
});

test('graphql-codegen makes the same operations of a server’s introspection', async () => {
  const server = await openGraphql();
  onTestFinished(() => server.close());
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  expect(await written({ ...config, schema: `${origin}/graphql` })).toEqual(await written(config));
});

test('an operation that the schema does not allow is refused', async () => {
  const documents = ['query Wrong { events { edges { node { colour } } } }'];
  await expect(written({ ...config, documents })).rejects.toThrow(/Cannot query field "colour"/);
});
