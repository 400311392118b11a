import Type, { type Static } from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import type { PageArguments } from '../../../timeline/timeline.ts';

const LONGEST_CURSOR = 500;

/** `limit` with `after` or `before`, for every list. Cursors are those of GraphQL. */
export const pageProperties = (size: { readonly default: number; readonly maximum: number }) => ({
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

/** Of every list but the timeline as one document. */
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

/** For a resource that takes no parameters, so that any is refused. */
export const NoQuerySchema = Type.Object({}, { additionalProperties: false });
