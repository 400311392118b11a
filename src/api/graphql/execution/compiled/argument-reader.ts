import { type FieldNode, type GraphQLField, getArgumentValues, Kind, type ValueNode } from 'graphql';

type Values = Record<string, unknown>;

/**
 * Reads the arguments of a field as graphql-js coerces them (GraphQL, section 6.4.1), of variables that are coerced already.
 * Most arguments are variables or always the same: the first are taken as they are, the second coerced once. Where a
 * variable is left out or null, graphql-js looks at all of them.
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

/** Whether no variable is in it. */
function isConstant(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.every(isConstant);
  if (value.kind === Kind.OBJECT) return value.fields.every((field) => isConstant(field.value));
  return value.kind !== Kind.VARIABLE;
}
