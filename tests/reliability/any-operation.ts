import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { pick, type Random } from '../bench/random.ts';

const DEPTH = 5;
const FIELDS = 4;

/** Ids and words, some of which the store of the test has. */
const TEXTS = ['evt_any-001', 'men_none', 'Putin', '2021-12-21', 'x', '', '\u0000', '𝒟', '%', '"', '\\'];
const NUMBERS = [0, 1, 7, 20, 100, 101, -1, 2 ** 31 - 1, 1.5];

/** A random operation on the queries of a schema: mostly valid, with arguments that are mostly of their types. */
export function anyOperation(schema: GraphQLSchema, random: Random): string {
  const type = schema.getQueryType();
  return type ? `{ ${anySelection(type, random, DEPTH)} }` : '{ __typename }';
}

function anySelection(type: GraphQLObjectType, random: Random, depth: number): string {
  const fields = Object.values(type.getFields());
  const chosen = Array.from({ length: 1 + random(FIELDS) }, (_, index) => {
    const field = fields[random(fields.length)];
    if (field === undefined) return '__typename';
    const name = `a${index}: ${field.name}${argumentsOf(field.args, random)}`;
    const inner = getNamedType(field.type);
    if (!('getFields' in inner) && !('getTypes' in inner)) return name;
    if (depth === 0) return '__typename';
    return `${name} { ${isObjectType(inner) ? anySelection(inner, random, depth - 1) : '__typename'} }`;
  });
  return chosen.join(' ');
}

function argumentsOf(args: readonly GraphQLArgument[], random: Random): string {
  const given = args.filter(({ type }) => isNonNullType(type) || random(3) === 0);
  const texts = given.map(({ name, type }) => `${name}: ${anyInput(type, random, 3)}`);
  return texts.length === 0 ? '' : `(${texts.join(', ')})`;
}

function anyInput(type: GraphQLInputType, random: Random, depth: number): string {
  if (random(40) === 0) return 'null';
  if (isNonNullType(type)) return anyInput(type.ofType, random, depth);
  if (isListType(type))
    return `[${Array.from({ length: random(3) }, () => anyInput(type.ofType, random, depth)).join(', ')}]`;
  if (isEnumType(type)) return type.getValues()[random(type.getValues().length)]?.name ?? 'null';
  if (isInputObjectType(type)) {
    if (depth === 0) return '{}';
    const fields = Object.values(type.getFields()).filter(() => random(4) === 0);
    return `{${fields.map((field) => `${field.name}: ${anyInput(field.type, random, depth - 1)}`).join(', ')}}`;
  }
  if (type.name === 'Int' || type.name === 'Float') return String(pick(random, [7, ...NUMBERS]));
  return type.name === 'Boolean' ? 'true' : JSON.stringify(pick(random, ['x', ...TEXTS]));
}
