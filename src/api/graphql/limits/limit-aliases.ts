import type { ValidationRule } from 'graphql';
import { limitError } from './limit-error.ts';

/** At most so many aliases a document: one field under many names is work that depth does not see. */
export function limitAliases(max: number): ValidationRule {
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
