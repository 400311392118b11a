import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { JsonField, JsonShape } from '../../../../domain/query/json-shape.ts';
import type { GraphqlContext } from '../../graphql-context.ts';
import { hasOwnResolver } from '../../limits/count-entries.ts';
import { allGiven, type FragmentLookup, keyOf, plainFieldsOf } from './object-text.ts';

/**
 * The place in the stored document of each field whose resolver reads it under another name. Any other field with a
 * resolver of its own is not in the document.
 */
const STORED_UNDER: Readonly<Record<string, JsonField['from']>> = {
  'Event.mentions': { property: 'mentions' },
  'Event.participants': { property: 'actors' },
  'Mention.participants': { property: 'actors' },
  'Participant.actor': { itself: true },
};

/**
 * The shape of a stored object that a selection on its type asks for; undefined where a field is not in the document. A
 * field without a resolver is a property of that name (graphql-js' default), and a leaf is stored as it is served.
 */
export function shapeOf(
  selectionSet: SelectionSetNode,
  type: GraphQLObjectType,
  fragments: FragmentLookup,
): JsonShape | undefined {
  const fields = plainFieldsOf(selectionSet, type.name, fragments)?.map((node): JsonField | undefined => {
    const key = keyOf(node);
    if (node.name.value === '__typename') return { key, from: { constant: JSON.stringify(type.name) } };
    const field = type.getFields()[node.name.value];
    const from = field && (STORED_UNDER[`${type.name}.${field.name}`] ?? propertyOf(field));
    if (field === undefined || from === undefined) return undefined;
    const named = getNamedType(field.type);
    if (isLeafType(named)) return { key, from };
    const shape = isObjectType(named) && node.selectionSet && shapeOf(node.selectionSet, named, fragments);
    return shape ? { key, from, shape } : undefined;
  });
  return allGiven(fields);
}

const propertyOf = (field: GraphQLField<unknown, GraphqlContext>): JsonField['from'] | undefined =>
  hasOwnResolver(field) ? undefined : { property: field.name };
