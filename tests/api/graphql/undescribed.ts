import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** The coordinates (`Query.event(id:)`) of everything in a schema that says nothing beyond its own name. */
export function undescribed(schema: GraphQLSchema): readonly string[] {
  return partsOf(schema)
    .filter(([, part]) => !saysMoreThanItsName(part))
    .map(([coordinate]) => coordinate);
}

type Part = readonly [coordinate: string, part: Described];

function partsOf(schema: GraphQLSchema): readonly Part[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  return [
    ['schema', { name: 'schema', description: schema.description }],
    ...directives.map((directive): Part => [`@${directive.name}`, directive]),
    ...types.flatMap((type): readonly Part[] => [[type.name, type], ...membersOf(type)]),
  ];
}

function membersOf(type: ReturnType<GraphQLSchema['getType']>): readonly Part[] {
  if (isEnumType(type)) return type.getValues().map((value) => [`${type.name}.${value.name}`, value]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field]);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): readonly Part[] => [
    [`${type.name}.${field.name}`, field],
    ...field.args.map((argument): Part => [`${type.name}.${field.name}(${argument.name}:)`, argument]),
  ]);
}

/** "The publishing date." says nothing about a field `publishingDate`; a sentence of other words does. */
function saysMoreThanItsName({ name, description }: Described): boolean {
  const known = new Set([
    'a',
    'an',
    'the',
    'of',
    'its',
    ...wordsOf(name.replace(/([a-z])([A-Z])/g, '$1 $2')),
  ]);
  return wordsOf(description ?? '').filter((word) => !known.has(word)).length >= 2;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
