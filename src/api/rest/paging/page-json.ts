import Type from 'typebox';
import type { Connection } from '../../../timeline/timeline.ts';
import { type Named, named, nullable, refTo } from '../schemas/schema-parts.ts';

export const PageInfoSchema = named(
  'PageInfo',
  Type.Object(
    {
      hasNextPage: Type.Boolean(),
      hasPreviousPage: Type.Boolean(),
      startCursor: nullable(Type.String()),
      endCursor: nullable(Type.String()),
    },
    { description: 'Cursors go into `after` and `before`; the Link header has the ready URLs.' },
  ),
);

/** A page of a list: its entries under a name of their own, then where it lies in the list. */
export const pageSchema = ($id: string, name: string, entry: Named) =>
  named($id, Type.Object({ [name]: Type.Array(refTo(entry)), pageInfo: refTo(PageInfoSchema) }));

/** Where a page lies in its list, in GraphQL's words. */
export function pageInfoJson({
  hasNextPage,
  hasPreviousPage,
  startCursor,
  endCursor,
}: Connection<unknown>['pageInfo']) {
  return { hasNextPage, hasPreviousPage, startCursor, endCursor };
}

export const nodesOf = <T>({ edges }: Connection<T>): readonly T[] => edges.map(({ node }) => node);
