import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from '../../../timeline/page-request.ts';

/** How many nodes a list without paging arguments, such as an event's mentions, is taken to have. */
const ASSUMED_LIST_LENGTH = 5;

type Variables = Readonly<Record<string, unknown>>;

export interface ValidatedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced, defaults filled in. */
  readonly variables: Variables;
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

/** How many nodes a field leads to; undefined for a field that leads to no list of nodes. */
function sizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): number | undefined {
  const takes = (name: string): boolean => field.args.some((argument) => argument.name === name);
  const ask = (name: string): unknown => askedFor(field, node, name, variables);
  if (takes('first')) {
    const size = ask('first') ?? ask('last');
    return typeof size === 'number' ? Math.max(0, size) : DEFAULT_PAGE_SIZE;
  }
  if (takes('ids')) {
    const ids = ask('ids');
    return Array.isArray(ids) ? ids.length : 0;
  }
  return isListOfNodes(field) ? ASSUMED_LIST_LENGTH : undefined;
}

function askedFor(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  name: string,
  variables: Variables,
): unknown {
  const argument = field.args.find((candidate) => candidate.name === name);
  const written = node.arguments?.find((candidate) => candidate.name.value === name);
  return argument && written ? valueFromAST(written.value, argument.type, variables) : undefined;
}

function isListOfNodes(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  return (
    isListType(getNullableType(field.type)) &&
    isObjectType(type) &&
    type.getInterfaces().some(({ name }) => name === 'Node')
  );
}
