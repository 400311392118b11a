import Type from 'typebox';
import { listedTimeline } from '../../../formats/event/listed-timeline.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { answersOf } from '../schemas/answers.ts';
import { DaySchema, NoQuerySchema, named, nullable } from '../schemas/schema-parts.ts';

const ListedTimelineSchema = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  description: nullable(Type.String()),
  publisher: nullable(Type.String()),
  language: Type.String(),
  license: nullable(Type.String()),
  defaultAnchor: DaySchema,
  path: Type.String({
    description: 'Below the root of the server: its pages, `v1/…` and `graphql` lie there.',
  }),
});

const TimelinesSchema = named('Timelines', Type.Object({ timelines: Type.Array(ListedTimelineSchema) }));

/** `/v1/timelines`. */
export const TIMELINES: Resource = { schemas: [TimelinesSchema], addRoutes };

function addRoutes(app: RestApp, { timelines }: RestParts): void {
  app.get(
    '/v1/timelines',
    {
      schema: {
        operationId: 'listTimelines',
        tags: ['operation'],
        summary: 'The timelines of this server',
        description: 'The default one comes first. Each has the same API below its own path.',
        querystring: NoQuerySchema,
        response: answersOf(TimelinesSchema, 'The timelines.'),
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-cache');
      return { timelines: (await timelines()).map(listedTimeline) };
    },
  );
}
