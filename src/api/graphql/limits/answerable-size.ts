import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { limitError, QUERY_LIMITS } from './query-limits.ts';
import { type CoercedVariables, countRequestedNodes, decidesSize } from './requested-nodes.ts';

/** The price of a valid operation; throws a `LIMIT_EXCEEDED` for one that asks for more nodes than one answer may have. */
export function requireAnswerableSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): number {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return requireAnswerable(nodeCounter(schema, document, operation)(coerced ?? {}), operation);
}

/** The same for an operation that is asked again and again: nodes are counted anew only where variables decide how many they are. */
export function answerableSizeGuard(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: CoercedVariables) => number {
  const count = nodeCounter(schema, document, operation);
  if (variablesDecideSize(schema, document))
    return (variables) => requireAnswerable(count(variables), operation);
  const fixed = count({});
  return () => requireAnswerable(fixed, operation);
}

function requireAnswerable(count: number, operation: OperationDefinitionNode): number {
  if (count > QUERY_LIMITS.nodes)
    throw limitError(`the query asks for up to ${count} nodes, more than ${QUERY_LIMITS.nodes}`, operation);
  return count;
}

function nodeCounter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: CoercedVariables) => number {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return (variables) => countRequestedNodes({ schema, operation, fragments, variables });
}

function variablesDecideSize(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let decide = false;
  const Argument = {
    enter: ({ name, value }: { readonly name: { readonly value: string }; readonly value: object }) => {
      const field = types.getFieldDef();
      if (!field || !decidesSize(field, name.value)) return;
      decide ||= JSON.stringify(value).includes(`"kind":"${Kind.VARIABLE}"`);
    },
  };
  visit(document, visitWithTypeInfo(types, { Argument }));
  return decide;
}

/** The `extensions` of an answer: the nodes that the operation asked for, by `countRequestedNodes`, and their limit. */
export const costExtension = (price: number) => ({ cost: { price, limit: QUERY_LIMITS.nodes } });
