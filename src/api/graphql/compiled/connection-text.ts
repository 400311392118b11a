import { type GraphQLSchema, isObjectType, type SelectionSetNode } from 'graphql';
import type { JsonShape } from '../../../domain/json-shape.ts';
import type { Connection } from '../../../timeline/timeline.ts';
import { allGiven, shapeOf } from './event-shape.ts';
import { type FragmentLookup, plainFieldsOf } from './plain-fields.ts';

/** Writes a part of the answer. */
type Write<T> = (value: T) => string;

/** How a page of event texts is written, and the shape that those texts must have. */
export interface ConnectionText {
  readonly node: JsonShape;
  readonly write: Write<Connection<string>>;
}

type Edge = Connection<string>['edges'][number];

const PAGE_INFO: Readonly<Record<string, Write<Connection<unknown>['pageInfo']>>> = {
  hasNextPage: ({ hasNextPage }) => String(hasNextPage),
  hasPreviousPage: ({ hasPreviousPage }) => String(hasPreviousPage),
  startCursor: ({ startCursor }) => JSON.stringify(startCursor),
  endCursor: ({ endCursor }) => JSON.stringify(endCursor),
};

/** Compiles a selection on `EventConnection`; undefined for a count, which is another question, and for what no document has. */
export function connectionTextOf(
  schema: GraphQLSchema,
  selectionSet: SelectionSetNode,
  fragments: FragmentLookup,
): ConnectionText | undefined {
  const shapes: JsonShape[] = [];
  const node: Compile<Edge> = (inner) => {
    const event = schema.getType('Event');
    const shape = inner && isObjectType(event) ? shapeOf(inner, event, fragments) : undefined;
    if (shape === undefined || shapes.push(shape) > 1) return undefined;
    return (edge) => edge.node;
  };
  const edges: Compile<Connection<string>> = (inner) => {
    const edge =
      inner && compile(inner, 'EventEdge', { node, cursor: leaf((it) => JSON.stringify(it.cursor)) });
    return edge && ((page) => `[${page.edges.map(edge).join(',')}]`);
  };
  const pageInfo: Compile<Connection<string>> = (inner) => {
    const leaves = Object.fromEntries(Object.entries(PAGE_INFO).map(([name, write]) => [name, leaf(write)]));
    const write = inner && compile(inner, 'PageInfo', leaves);
    return write && ((page) => write(page.pageInfo));
  };

  function compile<T>(
    inner: SelectionSetNode,
    typeName: string,
    fields: Readonly<Record<string, Compile<T>>>,
  ): Write<T> | undefined {
    const parts = plainFieldsOf(inner, typeName, fragments)?.map((field) => {
      const name = field.name.value;
      const key = `${JSON.stringify(field.alias?.value ?? name)}:`;
      if (name === '__typename') return () => `${key}${JSON.stringify(typeName)}`;
      const write = fields[name]?.(field.selectionSet);
      return write && ((value: T) => key + write(value));
    });
    const writers = allGiven(parts);
    return writers && ((value) => `{${writers.map((write) => write(value)).join(',')}}`);
  }

  const write = compile(selectionSet, 'EventConnection', { edges, pageInfo });
  return write && { node: shapes[0] ?? [], write };
}

/** Compiles what is selected on a field; undefined where it takes more than writing. */
type Compile<T> = (selectionSet: SelectionSetNode | undefined) => Write<T> | undefined;

const leaf =
  <T>(write: Write<T>): Compile<T> =>
  () =>
    write;
