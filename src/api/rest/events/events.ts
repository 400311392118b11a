import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import { requireCalendarDate } from '../../../domain/time/calendar-date.ts';
import { eventVersionUrl, urlOf } from '../../../formats/event/addresses.ts';
import { sparseEventJson, sparseShape } from '../../../formats/event/event-json.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import { callerOf } from '../../http/caller.ts';
import { redirectTo } from '../../http/public-address.ts';
import { alternateLinks, pageLinks, setLinks } from '../links.ts';
import { nodesOf, PAGE_SIZE, pageInfoJson, pageProperties, pageSchema } from '../paging.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf, MOVED_ANSWER } from '../schemas/answers.ts';
import {
  ChosenEventSchema,
  EventSchema,
  EventSummarySchema,
  MentionSchema,
  SparseEventSchema,
} from '../schemas/served-schema.ts';
import { AsOfSchema, eventQueryOf, selectionQuery } from './event-query.ts';
import { FieldsSchema } from './fields-query.ts';
import { EventParamsSchema, findEvent, requireEventId, requireVersion } from './find-event.ts';

const EventPageSchema = pageSchema('EventPage', 'events', ChosenEventSchema);

const EventListQuerySchema = selectionQuery({ fields: FieldsSchema, ...pageProperties(PAGE_SIZE) });

const EventVersionQuerySchema = Type.Object(
  {
    revision: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Answers the event as it was at that revision of the data set. Not together with asOf.',
      }),
    ),
    asOf: AsOfSchema,
    fields: FieldsSchema,
  },
  { additionalProperties: false },
);

/** `/v1/events` and `/v1/events/{id}`. */
export const EVENTS: Resource = {
  schemas: [
    ChosenEventSchema,
    EventPageSchema,
    EventSchema,
    EventSummarySchema,
    MentionSchema,
    SparseEventSchema,
  ],
  addRoutes,
};

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/events',
    {
      schema: {
        operationId: 'listEvents',
        tags: ['events'],
        summary: 'Events that pass a filter, page by page',
        description: 'A repeated parameter means any of its values, different ones must all hold.',
        querystring: EventListQuerySchema,
        response: cachedAnswersOf(EventPageSchema, 'One page of events.'),
      },
    },
    async ({ query }, reply) => {
      const events = timeline.asJson(sparseShape(query.fields));
      const page = await events.listEvents({ ...eventQueryOf(query), caller: callerOf(reply) });
      setLinks(reply, [
        ...pageLinks('/v1/events', query, page.pageInfo),
        ...alternateLinks('/v1/events', query),
      ]);
      return reply
        .type('application/json; charset=utf-8')
        .send(
          `{"events":[${nodesOf(page).join(',')}],"pageInfo":${JSON.stringify(pageInfoJson(page.pageInfo))}}`,
        );
    },
  );

  app.get(
    '/v1/events/:id',
    {
      schema: {
        operationId: 'getEvent',
        tags: ['events'],
        summary: 'One event, now or as it was',
        description:
          'A merged event leads to the one that stayed (308), a withdrawn or hidden one is gone (410).',
        params: EventParamsSchema,
        querystring: EventVersionQuerySchema,
        response: { ...cachedAnswersOf(ChosenEventSchema, 'The event.'), ...MOVED_ANSWER },
      },
    },
    async ({ params, query }, reply) => {
      const id = requireEventId(params.id);
      const { revision, asOf, fields } = query;
      const answer = (event: TimelineEvent) => send(reply, event, fields);
      if (revision !== undefined && asOf !== undefined)
        throw new TimelineError('BAD_FILTER', 'revision and asOf are two different pasts: not both');
      if (revision !== undefined) return answer(await requireVersion(timeline, id, revision));
      const found = await findEvent(timeline, id);
      if (found.kind === 'merged') return redirectTo(reply, urlOf(`/v1/events/${found.into}`, query), 308);
      return answer(asOf === undefined ? found.event : await requireAsOf(timeline, id, asOf));
    },
  );
}

/** Sends an event with a link to this version of it, which never changes (RFC 8574). */
function send(reply: FastifyReply, event: TimelineEvent, fields: readonly string[] | undefined) {
  setLinks(reply, [{ rel: 'cite-as', href: eventVersionUrl('', event.id, event.revision) }]);
  return sparseEventJson(fields)(event);
}

async function requireAsOf(timeline: Timeline, id: EventId, day: string): Promise<TimelineEvent> {
  const asOf = requireCalendarDate(day);
  const event = await timeline.getEventAsOf(id, asOf);
  if (event === undefined)
    throw new TimelineError('NOT_FOUND', `no article published by ${asOf} dates the event "${id}"`);
  return event;
}
