import { type GraphQLSchema, isObjectType, type SelectionSetNode } from 'graphql';
import type { JsonShape } from '../../../../domain/query/json-shape.ts';
import type { Connection } from '../../../../timeline/timeline.ts';
import { shapeOf } from './event-shape.ts';
import {
  type CompileField,
  type FragmentLookup,
  leaf,
  listText,
  nested,
  objectText,
  type TextOf,
} from './object-text.ts';

/** The text of a page of events, and the shape that the texts of its events must have. */
export interface ConnectionText {
  readonly node: JsonShape;
  readonly textOf: TextOf<Connection<string>>;
}

type Edge = Connection<string>['edges'][number];

const PAGE_INFO: Readonly<Record<string, CompileField<Connection<unknown>['pageInfo']>>> = {
  hasNextPage: leaf(({ hasNextPage }) => String(hasNextPage)),
  hasPreviousPage: leaf(({ hasPreviousPage }) => String(hasPreviousPage)),
  startCursor: leaf(({ startCursor }) => JSON.stringify(startCursor)),
  endCursor: leaf(({ endCursor }) => JSON.stringify(endCursor)),
};

/** Compiles a selection on `EventConnection`; undefined where a count or a field outside the documents is asked for. */
export function connectionTextOf(
  schema: GraphQLSchema,
  selectionSet: SelectionSetNode,
  fragments: FragmentLookup,
): ConnectionText | undefined {
  const shapes: JsonShape[] = [];
  const node = nested<Edge>((inner) => {
    const event = schema.getType('Event');
    const shape = isObjectType(event) ? shapeOf(inner, event, fragments) : undefined;
    if (shape === undefined || shapes.push(shape) > 1) return undefined;
    return (edge) => edge.node;
  });
  const cursor = leaf<Edge>((edge) => JSON.stringify(edge.cursor));
  const edges = nested<Connection<string>>((inner) => {
    const edge = objectText(inner, 'EventEdge', { node, cursor }, fragments);
    const textOf = edge && listText(edge);
    return textOf && ((page) => textOf(page.edges));
  });
  const pageInfo = nested<Connection<string>>((inner) => {
    const textOf = objectText(inner, 'PageInfo', PAGE_INFO, fragments);
    return textOf && ((page) => textOf(page.pageInfo));
  });
  const textOf = objectText(selectionSet, 'EventConnection', { edges, pageInfo }, fragments);
  return textOf && { node: shapes[0] ?? [], textOf };
}
