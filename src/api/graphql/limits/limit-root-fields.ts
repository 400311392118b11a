import type { ValidationRule } from 'graphql';
import { fieldsOf } from './fields-of.ts';
import { limitError } from './limit-error.ts';

/** At most so many fields at the root of an operation, those of fragments included: each begins a search of its own. */
export function limitRootFields(max: number): ValidationRule {
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
