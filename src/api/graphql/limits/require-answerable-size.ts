import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { limitError } from './limit-error.ts';
import { QUERY_LIMITS } from './query-limits.ts';
import { countRequestedNodes } from './requested-nodes.ts';

/** Throws a `LIMIT_EXCEEDED` for a valid operation that asks for more nodes than one answer may have. */
export function requireAnswerableSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): void {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const count = countRequestedNodes({ schema, operation, fragments, variables: coerced ?? {} });
  if (count > QUERY_LIMITS.nodes)
    throw limitError(`the query asks for up to ${count} nodes, more than ${QUERY_LIMITS.nodes}`, operation);
}
