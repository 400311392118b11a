import {
  buildSchema,
  type FieldNode,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { argumentReader } from '../../../src/api/graphql/execution/compiled/coerced-values.ts';

const SCHEMA = buildSchema(`
  input Filter { text: String, actors: [String!] = ["NATO"] }
  type Query { events(filter: Filter, first: Int = 20, match: String!, by: String! = "MONTH"): Int }
`);

const rootOf = (query: string) => {
  const [operation] = parse(query).definitions as [OperationDefinitionNode];
  const [node] = operation.selectionSet.selections as [FieldNode];
  return { operation, node };
};

const field = () => {
  const events = SCHEMA.getQueryType()?.getFields()['events'];
  if (events === undefined) throw new Error('the schema has no such field');
  return events;
};

/** The values of the same arguments, or the errors, by the reader and by graphql-js. */
function bothOf(query: string, given: Record<string, unknown>) {
  const { operation, node } = rootOf(query);
  const { coerced = {} } = getVariableValues(SCHEMA, operation.variableDefinitions ?? [], given);
  const outcome = (read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      return String(error);
    }
  };
  const reader = argumentReader(field(), node);
  return {
    own: outcome(() => reader(coerced)),
    expected: outcome(() => ({ ...getArgumentValues(field(), node, coerced) })),
  };
}

describe('arguments are read as graphql-js reads them', () => {
  test.each([
    ['written out', '{ events(match: "STARTS", filter: { text: "a" }) }', {}],
    ['lists written out', '{ events(match: "STARTS", filter: { actors: ["a", "b"] }) }', {}],
    ['null', '{ events(match: "STARTS", first: null, filter: null) }', {}],
    ['variables', 'query ($m: String!, $n: Int) { events(match: $m, first: $n) }', { m: 'a', n: 3 }],
    ['a variable left out', 'query ($n: Int) { events(match: "a", first: $n) }', {}],
    ['a variable with a default', 'query ($n: Int = 5) { events(match: "a", first: $n) }', {}],
    ['a null where a default is', 'query ($n: Int) { events(match: "a", first: $n) }', { n: null }],
    ['a null where none may be', 'query ($m: String) { events(match: "a", by: $m) }', { m: null }],
    ['a variable left out where none may be', 'query ($m: String) { events(match: $m) }', {}],
    [
      'variables within objects',
      'query ($t: String) { events(match: "a", filter: { text: $t }) }',
      { t: 'b' },
    ],
    [
      'variables within lists',
      'query ($t: String!) { events(match: "a", filter: { actors: [$t] }) }',
      { t: 'b' },
    ],
  ])('%s', (_, query, given) => {
    const { own, expected } = bothOf(query, given);
    expect(own).toEqual(expected);
  });

  test('without looking at them again where they are always the same', () => {
    const { node } = rootOf('{ events(match: "STARTS") }');
    const read = argumentReader(field(), node);
    const changed = node.arguments?.[0]?.value;
    if (changed?.kind === Kind.STRING) Object.assign(changed, { value: 'WITHIN' });
    expect(read({})).toEqual({ match: 'STARTS', first: 20, by: 'MONTH' });
  });
});
