import { type GraphQLSchema, isObjectType, type SelectionSetNode } from 'graphql';
import type { JsonShape } from '../../../../domain/query/json-shape.ts';
import type { Connection } from '../../../../timeline/timeline.ts';
import { shapeOf } from './event-shape.ts';
import { type CompileField, leaf, listText, nested, objectText, type Write } from './object-text.ts';
import type { FragmentLookup } from './plain-fields.ts';

/** How a page of event texts is written, and the shape that those texts must have. */
export interface ConnectionText {
  readonly node: JsonShape;
  readonly write: Write<Connection<string>>;
}

type Edge = Connection<string>['edges'][number];

const PAGE_INFO: Readonly<Record<string, CompileField<Connection<unknown>['pageInfo']>>> = {
  hasNextPage: leaf(({ hasNextPage }) => String(hasNextPage)),
  hasPreviousPage: leaf(({ hasPreviousPage }) => String(hasPreviousPage)),
  startCursor: leaf(({ startCursor }) => JSON.stringify(startCursor)),
  endCursor: leaf(({ endCursor }) => JSON.stringify(endCursor)),
};

/** Compiles a selection on `EventConnection`; undefined for a count, which is another question, and for what no document has. */
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
    return (edge, text) => text.add(edge.node);
  });
  const cursor = leaf<Edge>((edge) => JSON.stringify(edge.cursor));
  const edges = nested<Connection<string>>((inner) => {
    const edge = objectText(inner, 'EventEdge', { node, cursor }, fragments);
    const write = edge && listText(edge);
    return write && ((page, text) => write(page.edges, text));
  });
  const pageInfo = nested<Connection<string>>((inner) => {
    const write = objectText(inner, 'PageInfo', PAGE_INFO, fragments);
    return write && ((page, text) => write(page.pageInfo, text));
  });
  const write = objectText(selectionSet, 'EventConnection', { edges, pageInfo }, fragments);
  return write && { node: shapes[0] ?? [], write };
}
