import { readFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  buildClientSchema,
  buildSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { openGraphql } from '../api/graphql/graphql-client.ts';

interface Options {
  readonly schema: string;
  readonly documents: string;
  readonly generates: Readonly<
    Record<string, { readonly plugins: readonly string[]; readonly config: object }>
  >;
}

const options: Options = JSON.parse(await readFile('codegen.json', 'utf8'));
const committed = buildSchema(await readFile(options.schema, 'utf8'));
const operations = await readFile(options.documents, 'utf8');
const pluginMap = {
  'typed-document-node': typedDocumentNode,
  'typescript-operations': typescriptOperations,
};

/** The text that graphql-codegen's command writes with the options of `codegen.json`, by the name of its file. */
async function written(
  schema: GraphQLSchema,
  text = operations,
): Promise<readonly (readonly [string, string])[]> {
  const schemaAst = lexicographicSortSchema(schema);
  const outputs = Object.entries(options.generates).map(async ([filename, { plugins, config }]) => {
    const content = await codegen({
      filename,
      schema: parse(printSchema(schemaAst)),
      schemaAst,
      documents: [{ location: options.documents, document: parse(text) }],
      plugins: plugins.map((name) => ({ [name]: {} })),
      pluginMap,
      config: { ...config },
    });
    return [filename, content] as const;
  });
  return Promise.all(outputs);
}

test('the typed operations are made of the schema (npm run print:client writes them)', async () => {
  const [[filename, content] = ['', ''], ...others] = await written(committed);
  expect([filename, others]).toEqual(['src/client/operations.ts', []]);
  await expect(content).toMatchFileSnapshot('../../src/client/operations.ts');
});

test('graphql-codegen makes the same operations of a server’s introspection', async () => {
  const server = await openGraphql();
  onTestFinished(() => server.close());
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery() }),
  });
  const { data } = (await response.json()) as { data: IntrospectionQuery };
  expect(await written(buildClientSchema(data))).toEqual(await written(committed));
});

test('an operation that the schema does not allow is refused', async () => {
  const wrong = 'query Wrong { events { edges { node { colour } } } }';
  await expect(written(committed, wrong)).rejects.toThrow(/Cannot query field "colour"/);
});
