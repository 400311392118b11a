import Type from 'typebox';
import { sparseShape } from '../../../formats/event/event-json.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import type { Connection, EventQuery, EventTexts } from '../../../timeline/timeline.ts';
import { callerOf } from '../../http/caller.ts';
import { publicPath } from '../../http/public-address.ts';
import { eventQueryOf, selectionQuery } from '../events/event-query.ts';
import { FieldsSchema } from '../events/fields-query.ts';
import { pageLinks, setLinks } from '../links.ts';
import { nodesOf, pageProperties } from '../paging.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, DaySchema, named, nullable, refTo } from '../schemas/schema-parts.ts';
import { ChosenEventSchema } from '../schemas/served-schema.ts';

const URL_PATH = '/v1/timeline.json';
const DOCUMENT_SIZE = { default: 1000, maximum: 1000 };

const TimelineDocumentSchema = named(
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
export const TIMELINE_DOCUMENT: Resource = { schemas: [TimelineDocumentSchema], addRoutes };

function addRoutes(app: RestApp, { timeline, record, defaultAnchor }: RestParts): void {
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
      const page = await readPages(
        timeline.asJson(sparseShape(fields)),
        { ...eventQueryOf(rest), caller: callerOf(reply) },
        limit,
      );
      const links = pageLinks(URL_PATH, query, page.pageInfo);
      setLinks(reply, links);
      const following = links.find(({ rel }) => rel === 'next');
      const next = following === undefined ? null : publicPath(reply.request, following.href);
      const head = JSON.stringify({ name: record.name, anchor: defaultAnchor, revision }).slice(0, -1);
      return reply
        .type('application/json; charset=utf-8')
        .send(`${head},"events":[${nodesOf(page).join(',')}],"next":${JSON.stringify(next)}}`);
    },
  );
}

/** Reads as many events as a client asks for, as JSON texts, by joining pages of the use case. */
async function readPages(events: EventTexts, query: EventQuery, size: number): Promise<Connection<string>> {
  const pageSize = Math.min(size, MAX_PAGE_SIZE);
  const backward = query.before !== undefined;
  const page = await events.listEvents({ ...query, [backward ? 'last' : 'first']: pageSize });
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = page.pageInfo;
  const left = size - page.edges.length;
  if (left === 0 || !(backward ? hasPreviousPage : hasNextPage)) return page;
  return backward
    ? joinPages(await readPages(events, { ...query, before: startCursor ?? '' }, left), page)
    : joinPages(page, await readPages(events, { ...query, after: endCursor ?? '' }, left));
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
