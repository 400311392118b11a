import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import type { ApiErrorCode } from '../../errors.ts';
import { MAX_JSON_DEPTH } from '../../http/json-depth.ts';

/** The limits of one request. The SDL names the same numbers. */
export const QUERY_LIMITS = {
  /** Bytes of a request's body. */
  body: 64 * 1024,
  tokens: 2000,
  /** Levels of brackets in a document, values included. */
  nesting: MAX_JSON_DEPTH,
  fragments: 50,
  /** Not less than 15, the depth of the introspection query that every tool sends. */
  depth: 15,
  aliases: 30,
  directives: 30,
  rootFields: 20,
  /** As `nodeCounter` counts those of a query, and `countEntries` those of an answer. */
  nodes: 10_000,
} as const;

/** The most mistakes reported of one document: a mistake costs more to find and send than to make. */
export const TOLD_MISTAKES = 20;

/** Checked together with the rules of the specification, once for a document that is asked again. */
export const LIMIT_RULES: readonly ValidationRule[] = [
  limitDepth(QUERY_LIMITS.depth),
  limitAliases(QUERY_LIMITS.aliases),
  limitDirectives(QUERY_LIMITS.directives),
  limitRootFields(QUERY_LIMITS.rootFields),
];

/** At most so many aliases a document: one field under many names is work that depth does not see. */
function limitAliases(max: number): ValidationRule {
  return (context) => {
    let count = 0;
    return {
      Field(field) {
        if (field.alias === undefined) return;
        count += 1;
        if (count === max + 1)
          context.reportError(limitError(`the query has more than ${max} aliases`, field));
      },
    };
  };
}

/** At most so many fields one below the other; `{ timeline { revision } }` is two levels deep. */
function limitDepth(max: number): ValidationRule {
  return (context) => {
    const depths = new Map<SelectionSetNode, number>();
    const lookUp: FragmentLookup = (name) => context.getFragment(name);
    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet, lookUp, depths);
        if (depth > max)
          context.reportError(limitError(`the query is ${depth} levels deep, more than ${max}`, operation));
      },
    };
  };
}

/** Every selection set is measured once: fragments that open each other twice would else take exponential time. */
function depthOf(
  selectionSet: SelectionSetNode,
  lookUp: FragmentLookup,
  depths: Map<SelectionSetNode, number>,
): number {
  const known = depths.get(selectionSet);
  if (known !== undefined) return known;
  depths.set(selectionSet, 0);
  const depth = fieldsOf(selectionSet, lookUp).reduce(
    (deepest, field) =>
      Math.max(deepest, 1 + (field.selectionSet ? depthOf(field.selectionSet, lookUp, depths) : 0)),
    0,
  );
  depths.set(selectionSet, depth);
  return depth;
}

/** At most so many directives a document, known ones or not: each is work for the validation of the rest. */
function limitDirectives(max: number): ValidationRule {
  return (context) => {
    let count = 0;
    return {
      Directive(directive) {
        count += 1;
        if (count === max + 1)
          context.reportError(limitError(`the query has more than ${max} directives`, directive));
      },
    };
  };
}

/** At most so many fields at the root of an operation, those of fragments included: each begins a search of its own. */
function limitRootFields(max: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const count = fieldsOf(operation.selectionSet, (name) => context.getFragment(name)).length;
      if (count > max)
        context.reportError(
          limitError(`the operation has ${count} root fields, more than ${max}`, operation),
        );
    },
  });
}

type FragmentLookup = (name: string) => FragmentDefinitionNode | null | undefined;

/**
 * The fields of a selection set with its fragments opened, every fragment once, as execution collects them
 * (GraphQL, section 6.3.2). Unknown fragments and cycles, which other rules report, are passed over.
 */
function fieldsOf(
  selectionSet: SelectionSetNode,
  lookUp: FragmentLookup,
  seen = new Set<string>(),
): readonly FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') return fieldsOf(selection.selectionSet, lookUp, seen);
    const name = selection.name.value;
    const fragment = seen.has(name) ? undefined : lookUp(name);
    seen.add(name);
    return fragment ? fieldsOf(fragment.selectionSet, lookUp, seen) : [];
  });
}

/** A query that asks for more than this server gives; it is refused before any resolver runs. */
export function limitError(message: string, node?: ASTNode): GraphQLError {
  const code: ApiErrorCode = 'LIMIT_EXCEEDED';
  return new GraphQLError(message, { ...(node !== undefined && { nodes: node }), extensions: { code } });
}
