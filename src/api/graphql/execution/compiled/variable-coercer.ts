import {
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';

type Values = Record<string, unknown>;

/** Values of the built-in scalars that stay what they are when they are coerced (GraphQL, section 3.5). */
const UNCHANGED: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === 'string',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => typeof value === 'number' && (value | 0) === value,
};

/**
 * Coerces the variables of an operation; undefined where they are wrong. Strings and numbers that are as they should be, which
 * most requests have alone, are taken as they are; graphql-js looks at the others.
 */
export function variableCoercer(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (given: Values) => Values | undefined {
  const variables = variableDefinitions.map(({ variable, type }) => ({
    name: variable.name.value,
    isUnchanged: UNCHANGED[scalarNameOf(type)],
  }));
  return (given) => {
    const coerced: Values = {};
    for (const { name, isUnchanged } of variables) {
      const value = given[name];
      if (isUnchanged?.(value) !== true) return getVariableValues(schema, variableDefinitions, given).coerced;
      coerced[name] = value;
    }
    return coerced;
  };
}

function scalarNameOf(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return scalarNameOf(type.type);
  return type.kind === Kind.NAMED_TYPE ? type.name.value : '';
}
