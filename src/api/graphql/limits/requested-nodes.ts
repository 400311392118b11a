import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { type CoercedVariables, sizeOf } from './list-size.ts';

export interface ValidatedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced, defaults filled in. */
  readonly variables: CoercedVariables;
}

/**
 * How many nodes an operation that has passed validation may fetch: a connection counts the page it asks for, a list
 * of nodes its ids or an assumed length, and each multiplies what is asked of its nodes. Linear in the document,
 * since every selection set is counted once.
 */
export function countRequestedNodes({ schema, operation, fragments, variables }: ValidatedOperation): number {
  const counts = new Map<SelectionSetNode, number>();

  function countIn(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined): number {
    const known = counts.get(selectionSet);
    if (known !== undefined) return known;
    const count = selectionSet.selections.reduce((sum, selection) => sum + countOf(selection, type), 0);
    counts.set(selectionSet, count);
    return count;
  }

  function countOf(selection: SelectionNode, type: GraphQLNamedType | undefined): number {
    if (selection.kind === 'Field') return countOfField(selection, type);
    const opened = selection.kind === 'InlineFragment' ? selection : fragments.get(selection.name.value);
    if (opened === undefined) return 0;
    const { typeCondition } = opened;
    return countIn(opened.selectionSet, typeCondition ? typeFromAST(schema, typeCondition) : type);
  }

  function countOfField(node: FieldNode, type: GraphQLNamedType | undefined): number {
    if (!isObjectType(type) && !isInterfaceType(type)) return 0;
    const field = type.getFields()[node.name.value];
    if (field === undefined) return 0;
    const below = node.selectionSet ? countIn(node.selectionSet, getNamedType(field.type)) : 0;
    const size = sizeOf(field, node, variables);
    return size === undefined ? below : size * (1 + below);
  }

  return countIn(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}
