import type { ValidationRule } from 'graphql';
import { limitError } from './limit-error.ts';

/** At most so many directives a document, known ones or not: each is work for the validation of the rest. */
export function limitDirectives(max: number): ValidationRule {
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
