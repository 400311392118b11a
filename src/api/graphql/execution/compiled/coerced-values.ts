import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
  type ValueNode,
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
 * Coerces the variables of an operation; undefined where they are wrong. Values that coercion would not change are taken as
 * they are: most requests have no others. graphql-js coerces the rest.
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

/**
 * Reads the arguments of a field as graphql-js coerces them (GraphQL, section 6.4.1); the variables are coerced already.
 * Arguments that are variables are taken as they are, constant ones are coerced once. Where a variable is left out or null,
 * graphql-js coerces all arguments.
 */
export function argumentReader(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Values) => Values {
  const given = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
  const fixed: GraphQLField<unknown, unknown>['args'][number][] = [];
  const taken: { readonly name: string; readonly variable: string }[] = [];
  for (const argument of field.args) {
    const value = given.get(argument.name);
    if (value?.kind === Kind.VARIABLE) taken.push({ name: argument.name, variable: value.name.value });
    else if (value === undefined || isConstant(value)) fixed.push(argument);
    else return (variables) => getArgumentValues(field, node, variables);
  }
  const always = getArgumentValues({ ...field, args: fixed }, node, {});
  return (variables) => {
    const values = { ...always };
    for (const { name, variable } of taken) {
      const value = variables[variable];
      if (value === undefined || value === null) return getArgumentValues(field, node, variables);
      values[name] = value;
    }
    return values;
  };
}

/** Whether the value has no variable in it. */
export function isConstant(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.every(isConstant);
  if (value.kind === Kind.OBJECT) return value.fields.every((field) => isConstant(field.value));
  return value.kind !== Kind.VARIABLE;
}
