import Type from 'typebox';
import type { ActorRecord } from '../../../store/port/event-store.ts';
import { pageLinks, setLinks } from '../links.ts';
import { nodesOf, PageQuerySchema, pageArgumentsOf, pageInfoJson, pageSchema } from '../paging.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, named } from '../schemas/schema-parts.ts';

const ActorSchema = named(
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

const ActorPageSchema = pageSchema('ActorPage', 'actors', ActorSchema);

/** `/v1/actors`. */
export const ACTORS: Resource = { schemas: [ActorSchema, ActorPageSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
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
      setLinks(reply, links);
      return { actors: nodesOf(page).map(actorJson), pageInfo: pageInfoJson(page.pageInfo) };
    },
  );
}

const actorJson = ({ id, name, aliases, eventCount }: ActorRecord) => ({ id, name, aliases, eventCount });
