import Type from 'typebox';
import type { ActorRecord } from '../../../store/port/event-store.ts';
import { nodesOf, pageInfoJson, pageSchema } from '../paging/page-json.ts';
import { linkHeader, pageLinks, SERVICE_DESCRIPTION } from '../paging/page-links.ts';
import { PageQuerySchema, pageArgumentsOf } from '../paging/page-query.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, named } from '../schemas/schema-parts.ts';

export const ActorSchema = named(
  'Actor',
  Type.Object(
    {
      id: Type.String(),
      name: Type.String(),
      aliases: Type.Array(Type.String()),
      eventCount: CountSchema,
    },
    { description: 'A person, state or body that takes part in events.' },
  ),
);

export const ActorPageSchema = pageSchema('ActorPage', 'actors', ActorSchema);

/** `/v1/actors`. */
export function addActorRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/actors',
    {
      schema: {
        operationId: 'listActors',
        tags: ['actors'],
        summary: 'Who takes part in events',
        description:
          'Those of most events first, each with the names under which the filter `actor` finds it.',
        querystring: PageQuerySchema,
        response: cachedAnswersOf(ActorPageSchema, 'One page of actors.'),
      },
    },
    async ({ query }, reply) => {
      const page = await timeline.listActors(pageArgumentsOf(query));
      const links = pageLinks('/v1/actors', query, page.pageInfo);
      reply.header('link', linkHeader([...links, SERVICE_DESCRIPTION]));
      return { actors: nodesOf(page).map(actorJson), pageInfo: pageInfoJson(page.pageInfo) };
    },
  );
}

const actorJson = ({ id, name, aliases, eventCount }: ActorRecord) => ({ id, name, aliases, eventCount });
