import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { mercurius } from 'mercurius';
import { packagePath } from '../../package-files.ts';
import { createCompiledOperations } from './execution/compiled/compiled-operations.ts';
import { createPersistedQueries, listedQueries } from './execution/persisted-queries.ts';
import { addQueryHooks } from './execution/query-hooks.ts';
import type { GraphqlContext } from './graphql-context.ts';
import type { GraphqlParts } from './graphql-parts.ts';
import { addGraphiqlRoutes } from './http/graphiql/graphiql-routes.ts';
import { addGraphqlRoutes } from './http/graphql-routes.ts';
import { countEntries } from './limits/count-entries.ts';
import { LIMIT_RULES, QUERY_LIMITS, TOLD_MISTAKES } from './limits/query-limits.ts';
import { createResolvers } from './resolvers/create-resolvers.ts';
import { addSubscriptions } from './subscriptions/add-subscriptions.ts';

/** The contract. */
const SCHEMA_FILE = packagePath('schema', 'timeline.graphql');

/** Documents kept parsed, and as many found faulty. One takes half a megabyte at most, and the cache may hold twice as many. */
const CACHED_DOCUMENTS = 64;

/**
 * `/graphql`, in a scope of its own where errors are answered as GraphQL wants it, and `/graphiql`. Mercurius
 * executes; its own routes are left out, since they answer otherwise than GraphQL over HTTP asks.
 */
export async function registerGraphql(app: FastifyInstance, parts: GraphqlParts): Promise<void> {
  const schema = await readFile(SCHEMA_FILE, 'utf8');
  const compiled = createCompiledOperations(parts.timeline);
  const persisted = parts.queryList === null ? createPersistedQueries() : listedQueries(parts.queryList);
  await app.register(async (scope) => {
    await scope.register(mercurius, {
      schema,
      routes: false,
      cache: CACHED_DOCUMENTS,
      validationRules: [...LIMIT_RULES],
      graphql: {
        parseOptions: { maxTokens: QUERY_LIMITS.tokens },
        validateOptions: { maxErrors: TOLD_MISTAKES },
      },
      errorFormatter: (execution) => ({ statusCode: 200, response: execution }),
    });
    scope.graphql.defineResolvers<GraphqlContext>(createResolvers(parts));
    countEntries(scope.graphql.schema);
    addQueryHooks(scope, compiled);
    // JSON is the only body: a page on another origin cannot send it without a preflight.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
      done(null, text),
    );
    addGraphqlRoutes(scope, parts, compiled, persisted);
    addSubscriptions(scope, parts, persisted);
  });
  addGraphiqlRoutes(app);
}
