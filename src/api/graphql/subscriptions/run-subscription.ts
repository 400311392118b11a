import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql';
import type { GraphqlContext } from '../graphql-context.ts';
import { requireAnswerableSize } from '../limits/answerable-size.ts';
import { LIMIT_RULES, QUERY_LIMITS, TOLD_MISTAKES } from '../limits/query-limits.ts';

/** Results one after the other, or what is wrong with the subscription, checked as any other operation is. */
export async function runSubscription(
  schema: GraphQLSchema,
  context: GraphqlContext,
  source: GraphQLFieldResolver<unknown, unknown>,
): Promise<AsyncGenerator<ExecutionResult> | readonly GraphQLError[]> {
  const { query, variables, operationName } = context.request;
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const rules = [...specifiedRules, ...LIMIT_RULES];
  const mistakes = validate(schema, document, rules, { maxErrors: TOLD_MISTAKES });
  if (mistakes.length > 0) return mistakes;
  const refused = refusalOf(schema, document, context);
  if (refused !== undefined) return [refused];
  const result = await subscribe({
    schema,
    document,
    contextValue: context,
    variableValues: variables,
    operationName: operationName ?? null,
    subscribeFieldResolver: source,
  });
  return 'next' in result ? result : (result.errors ?? []);
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: QUERY_LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function refusalOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { request }: GraphqlContext,
): GraphQLError | undefined {
  const operation = getOperationAST(document, request.operationName);
  if (!operation) return new GraphQLError('the document has no such operation');
  if (operation.operation !== 'subscription')
    return new GraphQLError(`a ${operation.operation} is sent by POST: only subscriptions are answered here`);
  try {
    requireAnswerableSize(schema, document, operation, request.variables);
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
