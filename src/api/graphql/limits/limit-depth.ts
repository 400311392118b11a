import type { SelectionSetNode, ValidationRule } from 'graphql';
import { type FragmentLookup, fieldsOf } from './fields-of.ts';
import { limitError } from './limit-error.ts';

/** At most so many fields one below the other; `{ timeline { revision } }` is two levels deep. */
export function limitDepth(max: number): ValidationRule {
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
