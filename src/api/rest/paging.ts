import Type, { type Static } from 'typebox';
import { TimelineError } from '../../domain/errors.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../timeline/paging/page-request.ts';
import type { Connection, PageArguments } from '../../timeline/timeline.ts';
import { type Named, named, nullable, refTo } from './schemas/schema-parts.ts';

const LONGEST_CURSOR = 500;

/** `limit` with `after` or `before`, for every list. Cursors are those of GraphQL. */
export const pageProperties = (size: { readonly default?: number; readonly maximum: number }) => ({
  limit: Type.Optional(
    Type.Integer({ minimum: 1, ...size, description: 'How many entries a page has at most.' }),
  ),
  after: Type.Optional(
    Type.String({
      maxLength: LONGEST_CURSOR,
      description: 'The `endCursor` of the page before the one wanted.',
    }),
  ),
  before: Type.Optional(
    Type.String({
      maxLength: LONGEST_CURSOR,
      description: 'The `startCursor` of the page after the one wanted.',
    }),
  ),
});

/** The page size of every list except `/v1/timeline.json`. */
export const PAGE_SIZE = { default: DEFAULT_PAGE_SIZE, maximum: MAX_PAGE_SIZE };

export const PageQuerySchema = Type.Object(pageProperties(PAGE_SIZE), { additionalProperties: false });

export type PageQuery = Static<typeof PageQuerySchema>;

/** REST's paging arguments as Relay's; `BAD_PAGE` where they contradict each other. */
export function pageArgumentsOf({ limit, after, before }: PageQuery): PageArguments {
  if (before === undefined)
    return { ...(limit === undefined ? {} : { first: limit }), ...(after === undefined ? {} : { after }) };
  if (after !== undefined)
    throw new TimelineError('BAD_PAGE', 'after walks forward, before walks backward: not both');
  return { ...(limit === undefined ? {} : { last: limit }), before };
}

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

/** A page of a list: its entries under their plural name, and its place in the list. */
export const pageSchema = ($id: string, name: string, entry: Named) =>
  named($id, Type.Object({ [name]: Type.Array(refTo(entry)), pageInfo: refTo(PageInfoSchema) }));

/** The place of a page in its list, in GraphQL's words. */
export const pageInfoJson = ({
  hasNextPage,
  hasPreviousPage,
  startCursor,
  endCursor,
}: Connection<unknown>['pageInfo']) => ({ hasNextPage, hasPreviousPage, startCursor, endCursor });

export const nodesOf = <T>({ edges }: Connection<T>): readonly T[] => edges.map(({ node }) => node);
