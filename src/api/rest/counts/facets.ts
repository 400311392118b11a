import Type from 'typebox';
import { FACET_NAMES } from '../../../domain/query/timeline-query.ts';
import { readFilter } from '../../../timeline/filter/read-filter.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import { DEFAULT_FACET_SIZE } from '../../../timeline/read/count-facets.ts';
import { eventsHref, facetJson } from '../../counts-json.ts';
import { callerOf } from '../../http/caller.ts';
import { prefixOf } from '../../http/public-address.ts';
import { filterQuery } from '../events/event-query.ts';
import { setLinks } from '../links.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, named, wordOf } from '../schemas/schema-parts.ts';

const FacetSchema = Type.Object({
  facet: wordOf(FACET_NAMES, 'The filter’s parameter.'),
  values: Type.Array(
    Type.Object({
      value: Type.String({ description: 'As the parameter takes it.' }),
      name: Type.String({ description: 'For people.' }),
      count: CountSchema,
      href: Type.String({ format: 'uri-reference', description: 'The events of this value.' }),
    }),
    { description: 'Those of most events first.' },
  ),
});

const FacetsSchema = named('Facets', Type.Object({ facets: Type.Array(FacetSchema) }));

const QuerySchema = filterQuery({
  facet: Type.Optional(
    Type.Array(wordOf(FACET_NAMES), { description: 'Which facets; all by default. May be repeated.' }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_PAGE_SIZE,
      default: DEFAULT_FACET_SIZE,
      description: 'How many values of each facet at most.',
    }),
  ),
});

/** `/v1/facets`. */
export const FACETS: Resource = { schemas: [FacetsSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/facets',
    {
      schema: {
        operationId: 'countFacets',
        tags: ['counts'],
        summary: 'What the events that pass a filter can be narrowed by',
        description: 'Each facet ignores its own parameter, so that it shows the alternatives to it.',
        querystring: QuerySchema,
        response: cachedAnswersOf(FacetsSchema, 'The facets.'),
      },
    },
    async ({ query }, reply) => {
      setLinks(reply);
      const { limit = DEFAULT_FACET_SIZE, facet, ...filter } = query;
      const facets = await timeline.countFacets({
        filter: readFilter(filter),
        first: limit,
        caller: callerOf(reply),
        ...(facet !== undefined && { facets: facet }),
      });
      return { facets: facets.map((each) => facetJson(each, eventsHref(filter, prefixOf(reply.request)))) };
    },
  );
}
