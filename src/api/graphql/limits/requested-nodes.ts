import {
  type ArgumentNode,
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
import { filterPrice } from '../../../timeline/filter/filter-price.ts';
import { DEFAULT_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import { isConstant } from '../execution/compiled/coerced-values.ts';

/** How many nodes a list without paging arguments, such as an event's mentions, is taken to have. */
const ASSUMED_LIST_LENGTH = 5;

/** How many events two compared articles are taken to tell of. */
const ASSUMED_COMPARED = 20;

/** To explain an account takes the time of this many other entries. */
export const EXPLANATION_PRICE = 20;

/** To look for the events that could lie in a gap takes the time of this many other entries. */
const GAP_PRICE = 20;

/** To write a citation takes the time of this many entries. */
const CITATION_PRICE = 8;

/** To search for the events of an entry, and to count them, takes the time of this many other entries. */
const SEARCH_PRICE = 12;

/** The values of an operation's variables, defaults filled in. */
export type CoercedVariables = Readonly<Record<string, unknown>>;

interface ValidatedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Counts the price of a validated operation, as far as the query shows it. A connection counts its page, a list of nodes its
 * ids or an assumed length, and each multiplies the count below it. A filter adds its own price. Linear in the document: every
 * selection set is counted once, and only once for all variables where none has a say in it.
 */
export function nodeCounter({
  schema,
  operation,
  fragments,
}: ValidatedOperation): (variables: CoercedVariables) => number {
  const fixedCounts = new Map<SelectionSetNode, number>();
  return (variables) => {
    const always = fixedCounts.get(operation.selectionSet);
    if (always !== undefined) return always;
    const counts = new Map<SelectionSetNode, number>();
    let variablesDecide = false;

    function countIn(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined): number {
      const fixed = fixedCounts.get(selectionSet);
      if (fixed !== undefined) return fixed;
      const known = counts.get(selectionSet);
      variablesDecide ||= known !== undefined;
      if (known !== undefined) return known;
      const before = variablesDecide;
      variablesDecide = false;
      const count = selectionSet.selections.reduce((sum, selection) => sum + countOf(selection, type), 0);
      (variablesDecide ? counts : fixedCounts).set(selectionSet, count);
      variablesDecide ||= before;
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
      variablesDecide ||= node.arguments?.some(isDecidedLater) === true;
      const below = node.selectionSet ? countIn(node.selectionSet, getNamedType(field.type)) : 0;
      const size = sizeOf(field, node, variables);
      const filter = askedFor(field, node, 'filter', variables);
      const own = typeof filter === 'object' && filter !== null ? filterPrice(filter) : 0;
      if (size === undefined) return own + below;
      const search = type !== schema.getQueryType() && isSearch(field) ? SEARCH_PRICE : 0;
      return own + search + size * (1 + below + (field.name === 'gaps' ? GAP_PRICE : 0));
    }

    return countIn(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  };
}

/** The number of a field's nodes: its page, its ids, or an assumed length. Undefined where it has no list of nodes. */
function sizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: CoercedVariables,
): number | undefined {
  const takes = (name: string): boolean => field.args.some((argument) => argument.name === name);
  const ask = (name: string): unknown => askedFor(field, node, name, variables);
  if (takes('first')) {
    const size = ask('first') ?? ask('last');
    // An empty page takes a search too. A negative one is refused.
    const page = typeof size !== 'number' ? DEFAULT_PAGE_SIZE : size < 0 ? 0 : Math.max(1, size);
    return field.name === 'explain' ? page * EXPLANATION_PRICE : page;
  }
  if (field.name === 'explain') return EXPLANATION_PRICE;
  if (field.name === 'cite') return CITATION_PRICE;
  if (takes('size')) return numberOf(ask('size'));
  if (takes('ids')) {
    const ids = ask('ids');
    return Array.isArray(ids) ? ids.length : 0;
  }
  if (takes('articles')) return ASSUMED_COMPARED;
  if (takes('before') && takes('after'))
    return Math.ceil(
      Math.max(1, ...['before', 'after'].map((name) => numberOf(ask(name)))) / ASSUMED_LIST_LENGTH,
    );
  return isListOfNodes(field) ? ASSUMED_LIST_LENGTH : undefined;
}

/** A page of events, or those around one. A query has few at its root. */
const isSearch = ({ args, type }: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(type).name === 'EventConnection' || args.some(({ name }) => name === 'before');

/** Whether a variable has a say in `sizeOf` or in the price of a filter. */
const isDecidedLater = ({ name, value }: ArgumentNode): boolean =>
  DECIDING.has(name.value) && !isConstant(value);

const DECIDING = new Set(['first', 'last', 'size', 'ids', 'before', 'after', 'filter']);

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : ASSUMED_LIST_LENGTH);

function askedFor(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  name: string,
  variables: CoercedVariables,
): unknown {
  const argument = field.args.find((candidate) => candidate.name === name);
  const written = node.arguments?.find((candidate) => candidate.name.value === name);
  return argument && written ? valueFromAST(written.value, argument.type, variables) : argument?.defaultValue;
}

function isListOfNodes(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  return (
    isListType(getNullableType(field.type)) &&
    isObjectType(type) &&
    type.getInterfaces().some(({ name }) => name === 'Node')
  );
}
