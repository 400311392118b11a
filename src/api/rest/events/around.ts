import Type from 'typebox';
import { urlOf } from '../../../formats/event/addresses.ts';
import { eventJson } from '../../../formats/event/event-json.ts';
import { readFilter } from '../../../timeline/filter/read-filter.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import { DEFAULT_AROUND } from '../../../timeline/read/list-around.ts';
import { callerOf } from '../../http/caller.ts';
import { redirectTo } from '../../http/public-address.ts';
import { setLinks } from '../links.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf, MOVED_ANSWER } from '../schemas/answers.ts';
import { named, refTo } from '../schemas/schema-parts.ts';
import { EventSchema } from '../schemas/served-schema.ts';
import { filterQuery } from './event-query.ts';
import { EventParamsSchema, findEvent, requireEventId } from './find-event.ts';

const AroundSchema = named(
  'Around',
  Type.Object(
    {
      event: refTo(EventSchema),
      before: Type.Array(refTo(EventSchema)),
      after: Type.Array(refTo(EventSchema)),
    },
    { description: 'An event and those next to it, both lists oldest first.' },
  ),
);

const count = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_PAGE_SIZE, default: DEFAULT_AROUND, description }));

const QuerySchema = filterQuery({
  before: count('How many events before it.'),
  after: count('How many events after it.'),
});

/** `/v1/events/{id}/around`. */
export const AROUND: Resource = { schemas: [AroundSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/events/:id/around',
    {
      schema: {
        operationId: 'listAround',
        tags: ['events'],
        summary: 'The events before and after one event',
        description:
          'In the order of the list by date, of those that pass the filter; the event itself need not pass it.',
        params: EventParamsSchema,
        querystring: QuerySchema,
        response: { ...cachedAnswersOf(AroundSchema, 'The event and its neighbours.'), ...MOVED_ANSWER },
      },
    },
    async ({ params, query }, reply) => {
      const id = requireEventId(params.id);
      setLinks(reply);
      const found = await findEvent(timeline, id);
      if (found.kind === 'merged')
        return redirectTo(reply, urlOf(`/v1/events/${found.into}/around`, query), 308);
      const { before = DEFAULT_AROUND, after = DEFAULT_AROUND } = query;
      const around = await timeline.listAround(id, {
        before,
        after,
        filter: readFilter(query),
        caller: callerOf(reply),
      });
      return {
        event: eventJson(around.event),
        before: around.before.map(eventJson),
        after: around.after.map(eventJson),
      };
    },
  );
}
