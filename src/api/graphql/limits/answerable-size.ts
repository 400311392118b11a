import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { limitError, QUERY_LIMITS } from './query-limits.ts';
import { type CoercedVariables, nodeCounter } from './requested-nodes.ts';

/** The price of a valid operation; throws a `LIMIT_EXCEEDED` for one that asks for more nodes than one answer may have. */
export function requireAnswerableSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): number {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return answerableSizeGuard(schema, document, operation)(coerced ?? {});
}

/** The same for an operation that is asked again and again. */
export function answerableSizeGuard(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: CoercedVariables) => number {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const countNodes = nodeCounter({ schema, operation, fragments });
  return (variables) => {
    const count = countNodes(variables);
    if (count > QUERY_LIMITS.nodes)
      throw limitError(`the query asks for up to ${count} nodes, more than ${QUERY_LIMITS.nodes}`, operation);
    return count;
  };
}

/** The `extensions` of an answer: the price of the operation by `nodeCounter`, and its limit. */
export const costExtension = (price: number) => ({ cost: { price, limit: QUERY_LIMITS.nodes } });
