import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { GraphqlContext } from '../graphql-context.ts';
import { requireAnswerableSize } from '../limits/answerable-size.ts';
import { requireBoundedDocument } from '../limits/document-limits.ts';
import { LIMIT_RULES, QUERY_LIMITS, TOLD_MISTAKES } from '../limits/query-limits.ts';

/** The arguments to subscribe with, or the errors of the subscription, checked as any other operation is. */
export function checkSubscription(
  schema: GraphQLSchema,
  context: GraphqlContext,
  source: GraphQLFieldResolver<unknown, GraphqlContext>,
): ExecutionArgs | readonly GraphQLError[] {
  const { query, variables, operationName } = context.request;
  const document = parse(query, { maxTokens: QUERY_LIMITS.tokens });
  requireBoundedDocument(document);
  const rules = [...specifiedRules, ...LIMIT_RULES];
  const mistakes = validate(schema, document, rules, { maxErrors: TOLD_MISTAKES });
  if (mistakes.length > 0) return mistakes;
  const operation = requireSubscription(document, operationName);
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors !== undefined) return errors;
  context.cost.price = requireAnswerableSize(schema, document, operation, variables);
  return {
    schema,
    document,
    contextValue: context,
    variableValues: variables,
    operationName: operationName ?? null,
    subscribeFieldResolver: source,
  };
}

function requireSubscription(
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new GraphQLError('the document has no such operation');
  if (operation.operation !== 'subscription')
    throw new GraphQLError(`a ${operation.operation} is sent by POST: only subscriptions are answered here`);
  return operation;
}
