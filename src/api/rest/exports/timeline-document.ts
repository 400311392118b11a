import Type from 'typebox';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import { sparseEventJson } from '../../../formats/event/event-fields.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import type { Connection, EventQuery, Timeline } from '../../../timeline/timeline.ts';
import { eventQueryOf, selectionQuery } from '../events/event-query.ts';
import { ChosenEventSchema } from '../events/event-schema.ts';
import { FieldsSchema } from '../events/fields-query.ts';
import { nodesOf } from '../paging/page-json.ts';
import { linkHeader, pageLinks, SERVICE_DESCRIPTION } from '../paging/page-links.ts';
import { pageProperties } from '../paging/page-query.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, DaySchema, named, nullable, refTo } from '../schemas/schema-parts.ts';

const URL_PATH = '/v1/timeline.json';
const DOCUMENT_SIZE = { default: 1000, maximum: 1000 };

export const TimelineDocumentSchema = named(
  'TimelineDocument',
  Type.Object({
    name: Type.String(),
    anchor: Type.String({ ...DaySchema, description: 'The day that undated articles are anchored on.' }),
    revision: CountSchema,
    events: Type.Array(refTo(ChosenEventSchema)),
    next: nullable(Type.String({ format: 'uri-reference', description: 'Where the selection goes on.' })),
  }),
);

const QuerySchema = selectionQuery({ fields: FieldsSchema, ...pageProperties(DOCUMENT_SIZE) });

/** `/v1/timeline.json`: a selection as one document that can be kept and cited. */
export function addTimelineDocumentRoutes(app: RestApp, { timeline, name, defaultAnchor }: RestParts): void {
  app.get(
    URL_PATH,
    {
      schema: {
        operationId: 'getTimeline',
        tags: ['timeline'],
        summary: 'A selection of events as one document',
        description:
          'Takes the parameters of /v1/events. Up to a thousand events; `next` leads on. The revision says what is cited.',
        querystring: QuerySchema,
        response: cachedAnswersOf(TimelineDocumentSchema, 'The selection, or its first thousand events.'),
      },
    },
    async ({ query }, reply) => {
      const revision = await timeline.readRevision();
      const { limit = DOCUMENT_SIZE.default, fields, ...rest } = query;
      const stretch = await readStretch(timeline, eventQueryOf(rest), limit);
      const links = pageLinks(URL_PATH, query, stretch.pageInfo);
      reply.header('link', linkHeader([...links, SERVICE_DESCRIPTION]));
      const next = links.find(({ rel }) => rel === 'next')?.href ?? null;
      const events = nodesOf(stretch).map((event) => sparseEventJson(event, fields));
      return { name, anchor: defaultAnchor, revision, events, next };
    },
  );
}

/** As many events as asked for, in the pages that the use case gives out. */
async function readStretch(
  timeline: Timeline,
  query: EventQuery,
  size: number,
): Promise<Connection<TimelineEvent>> {
  const pageSize = Math.min(size, MAX_PAGE_SIZE);
  const backward = query.before !== undefined;
  const page = await timeline.listEvents({ ...query, [backward ? 'last' : 'first']: pageSize });
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = page.pageInfo;
  const left = size - page.edges.length;
  if (left === 0 || !(backward ? hasPreviousPage : hasNextPage)) return page;
  return backward
    ? joinPages(await readStretch(timeline, { ...query, before: startCursor ?? '' }, left), page)
    : joinPages(page, await readStretch(timeline, { ...query, after: endCursor ?? '' }, left));
}

const joinPages = <T>(earlier: Connection<T>, later: Connection<T>): Connection<T> => ({
  edges: [...earlier.edges, ...later.edges],
  pageInfo: {
    hasPreviousPage: earlier.pageInfo.hasPreviousPage,
    startCursor: earlier.pageInfo.startCursor,
    hasNextPage: later.pageInfo.hasNextPage,
    endCursor: later.pageInfo.endCursor,
  },
});
