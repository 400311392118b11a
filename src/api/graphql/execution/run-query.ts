import type { FastifyInstance } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { GraphqlContext } from '../graphql-context.ts';
import { costExtension } from '../limits/answerable-size.ts';
import { completeResult } from '../limits/count-entries.ts';
import { tooDeepError } from '../limits/document-limits.ts';

/**
 * Parses, validates and executes one query; the result has its cost. Errors of the query are part of the result, without
 * `data` (GraphQL, section 7.1); other errors are thrown.
 */
export async function runQuery(app: FastifyInstance, context: GraphqlContext): Promise<ExecutionResult> {
  const { query, variables, operationName } = context.request;
  try {
    const result = completeResult(await app.graphql(query, context, variables, operationName), context);
    const { price } = context.cost;
    return price === undefined ? result : { ...result, extensions: costExtension(price) };
  } catch (error) {
    const errors = queryErrorsOf(error);
    if (errors === undefined) throw error;
    return { errors };
  }
}

/**
 * Mercurius throws what it finds wrong with a query as one error that holds the list. A stack that overflows while a query is
 * parsed or validated is the client's mistake: the error of a resolver is never thrown.
 */
function queryErrorsOf(error: unknown): readonly GraphQLError[] | undefined {
  if (error instanceof GraphQLError) return [error];
  if (error instanceof RangeError) return [tooDeepError()];
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return undefined;
  const errors = error.errors.map((one: unknown) => (one instanceof RangeError ? tooDeepError() : one));
  return errors.every((one) => one instanceof GraphQLError) ? errors : undefined;
}
